package org.sessiondesk.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.FileShape.Format;

/** Tells by its first bytes what a file is, whatever its name says. Nothing is ever unpacked. */
final class FileFormat {

    private static final int LOOKED_AT = 4096;

    /** How files begin that are no text. */
    private static final Map<String, Why> BEGINNINGS = Map.ofEntries(
            Map.entry("504b0304", Why.PACKED),
            Map.entry("504b0506", Why.PACKED),
            Map.entry("504b0708", Why.PACKED),
            Map.entry("1f8b", Why.PACKED),
            Map.entry("425a68", Why.PACKED),
            Map.entry("fd377a585a00", Why.PACKED),
            Map.entry("377abcaf271c", Why.PACKED),
            Map.entry("526172211a07", Why.PACKED),
            Map.entry("28b52ffd", Why.PACKED),
            Map.entry("d0cf11e0a1b11ae1", Why.WORKBOOK),
            Map.entry("fffe", Why.WIDE_CHARACTERS),
            Map.entry("feff", Why.WIDE_CHARACTERS),
            Map.entry("0000feff", Why.WIDE_CHARACTERS));

    private FileFormat() {}

    /** CSV or JSON. */
    static Format of(Path file) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(LOOKED_AT);
        }
        String hex = HexFormat.of().formatHex(begin);
        for (var beginning : BEGINNINGS.entrySet()) {
            if (hex.startsWith(beginning.getKey())) {
                boolean workbook = new String(begin, StandardCharsets.ISO_8859_1).contains("[Content_Types].xml");
                throw new FileRefused(workbook ? Why.WORKBOOK : beginning.getValue(), 0);
            }
        }
        String text =
                new String(begin, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        if (text.isEmpty()) {
            throw new FileRefused(Why.EMPTY, 0);
        }
        return text.charAt(0) == '[' || text.charAt(0) == '{' ? Format.JSON : Format.CSV;
    }
}
