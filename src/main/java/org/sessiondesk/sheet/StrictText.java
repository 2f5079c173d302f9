package org.sessiondesk.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sessiondesk.sheet.FileRefusal.Why;

/**
 * A file as UTF-8 text, with or without a byte order mark, that refuses what is no text and knows the line in which it
 * stands. Whoever reads records says where each begins: one that never ends is refused before it fills the memory.
 */
final class StrictText extends Reader {

    private static final int BUFFER = 8 << 10;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final boolean keeping;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer encoded = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER).limit(0);
    private final StringBuilder kept = new StringBuilder();
    private long keptFrom;
    private long handedOut;
    private long recordAt;
    private long line = 1;
    private boolean atEnd;
    private boolean atBegin = true;

    private StrictText(InputStream bytes, boolean keeping) {
        this.bytes = bytes;
        this.keeping = keeping;
    }

    /** For a parser that needs no more than the characters. */
    static StrictText of(Path file) throws IOException {
        return new StrictText(Files.newInputStream(file), false);
    }

    /** Also keeps what was read since the last record began, so that it can be had as it stands. */
    static StrictText keeping(Path file) throws IOException {
        return new StrictText(Files.newInputStream(file), true);
    }

    /** A record begins about here: all before this character may be forgotten. */
    void recordAt(long offset) {
        recordAt = offset;
        if (keeping && offset > keptFrom) {
            kept.delete(0, (int) (offset - keptFrom));
            keptFrom = offset;
        }
    }

    /** A record begins where reading is now. */
    void recordHere() {
        recordAt(handedOut);
    }

    /** The characters from one offset to before another, of what is kept. */
    String slice(long from, long to) {
        return kept.substring((int) (from - keptFrom), (int) (to - keptFrom));
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!decoded.hasRemaining()) {
            if (atEnd) {
                return -1;
            }
            decodeMore();
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(target, offset, count);
        if (keeping) {
            kept.append(target, offset, count);
        }
        handedOut += count;
        if (handedOut - recordAt > FileLimits.LONGEST_RECORD + 2L * BUFFER) {
            throw new FileRefused(Why.TOO_LONG, line);
        }
        return count;
    }

    private void decodeMore() throws IOException {
        encoded.compact();
        int count = bytes.read(encoded.array(), encoded.position(), encoded.remaining());
        encoded.position(encoded.position() + Math.max(count, 0)).flip();
        boolean last = count < 0;
        decoded.clear();
        CoderResult result = decoder.decode(encoded, decoded, last);
        decoded.flip();
        countLines();
        if (result.isError()) {
            throw new FileRefused(Why.NOT_UTF8, line);
        }
        if (atBegin && decoded.hasRemaining()) {
            atBegin = false;
            if (decoded.get(decoded.position()) == BYTE_ORDER_MARK) {
                decoded.get();
            }
        }
        atEnd = last && !encoded.hasRemaining();
    }

    private void countLines() throws FileRefused {
        for (int i = decoded.position(); i < decoded.limit(); i++) {
            char c = decoded.get(i);
            if (c == '\n') {
                line++;
            } else if (c == '\0') {
                throw new FileRefused(Why.NUL, line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
