package org.sessiondesk.ontime.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response's bytes as text, always; the flaw says whether it may be believed. Compression isn't asked for, but gzip is
 * undone where a proxy applies it all the same.
 *
 * @param flaw why not; null if text is exactly what came
 */
record BodyText(String text, @Nullable String flaw) {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int CHUNK = 8_192;

    static BodyText of(byte[] bytes, HttpHeaders headers, int longest) {
        String coding =
                headers.firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> decoded(bytes, headers, null);
            case "gzip", "x-gzip" -> unzipped(bytes, headers, longest);
            default -> decoded(bytes, headers, "the answer is compressed in a way we did not ask for");
        };
    }

    private static BodyText unzipped(byte[] bytes, HttpHeaders headers, int longest) {
        var plain = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                // A few KiB can unpack to gigabytes.
                if (plain.size() + n > longest) {
                    return decoded(plain.toByteArray(), headers, tooLong(longest));
                }
                plain.write(chunk, 0, n);
            }
            return decoded(plain.toByteArray(), headers, null);
        } catch (IOException e) {
            return decoded(plain.toByteArray(), headers, "the answer's compression is broken");
        }
    }

    static String tooLong(int longest) {
        return "the answer is longer than " + longest / 1_024 + " KiB";
    }

    private static BodyText decoded(byte[] bytes, HttpHeaders headers, @Nullable String flaw) {
        var charset = charset(headers);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new BodyText(text.startsWith("\uFEFF") ? text.substring(1) : text, flaw);
        } catch (CharacterCodingException e) {
            return new BodyText(
                    new String(bytes, charset), flaw == null ? "the answer is not valid " + charset.name() : flaw);
        }
    }

    private static Charset charset(HttpHeaders headers) {
        var named = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
