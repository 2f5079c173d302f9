package org.sessiondesk.judge.slip;

/** Which digit's key lies beside which: on the row above the letters, a number pad and a telephone's. */
final class Keys {

    private static final String[] BESIDE = {
        "9128", // 0: row 9 and 1, below 1 and 2 on a pad, below 8 on a telephone
        "024", "0135", "246", "1357", "24689", "3579", "4680", "57960", "680"
    };

    private Keys() {}

    static boolean beside(int one, int other) {
        return BESIDE[one].indexOf('0' + other) >= 0;
    }
}
