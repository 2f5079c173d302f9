package org.sessiondesk.ui.sessions.edit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.server.Command;
import java.util.List;
import org.sessiondesk.session.Reason;

/** The editor's keys, wherever on the page the cursor stands; Esc only in the editor. */
final class EditorKeys {

    /** In the order of the chips. */
    private static final List<Key> DIGITS = List.of(
            Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5, Key.DIGIT_6, Key.DIGIT_7, Key.DIGIT_8);

    private EditorKeys() {}

    static void of(SessionEditor editor, Saving saving, ProblemPanel problems) {
        on(editor, () -> saving.save(true), Key.ENTER, KeyModifier.CONTROL);
        on(editor, () -> saving.save(false), Key.KEY_S, KeyModifier.CONTROL);
        on(editor, () -> saving.foot().takeBack(), Key.F9);
        on(editor, problems::useFirst, Key.ENTER, KeyModifier.ALT);
        var reasons = Reason.OF_CORRECTIONS;
        for (int i = 0; i < reasons.size(); i++) {
            var reason = reasons.get(i);
            on(editor, () -> editor.because(reason), DIGITS.get(i), KeyModifier.ALT);
        }
        Shortcuts.addShortcutListener(editor, editor::leave, Key.ESCAPE).listenOn(editor);
    }

    /** What is half typed in a field is told to the server first. */
    private static void on(SessionEditor editor, Command act, Key key, KeyModifier... with) {
        Shortcuts.addShortcutListener(editor, act, key, with).resetFocusOnActiveElement();
    }
}
