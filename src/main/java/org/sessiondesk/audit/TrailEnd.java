package org.sessiondesk.audit;

import java.util.HexFormat;

/**
 * How far the trail goes at a moment. Two papers that agree on it agree on every entry before.
 *
 * @param entries how many there are
 * @param chain the last one's hash, as hexadecimal digits
 */
public record TrailEnd(long entries, String chain) {

    static TrailEnd of(long entries, byte[] chain) {
        return new TrailEnd(entries, HexFormat.of().formatHex(chain));
    }
}
