package org.sessiondesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A file of one JSON object a line, only ever appended to. A line torn by a crash is cut off when it is opened. */
final class JsonLines implements AutoCloseable {

    private final FileChannel channel;

    private JsonLines(FileChannel channel) {
        this.channel = channel;
    }

    /** Reads what the file holds; nothing where there is none. */
    static List<ObjectNode> read(Path file) {
        var lines = new ArrayList<ObjectNode>();
        try {
            if (!Files.exists(file)) {
                return lines;
            }
            for (var line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
                if (parsed(line) instanceof ObjectNode object) {
                    lines.add(object);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return Wire.JSON.readTree(line);
        } catch (JacksonException torn) {
            return Wire.JSON.missingNode();
        }
    }

    /** Opens a file for appending, after its last whole line. */
    static JsonLines open(Path file) {
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(wholeLines(channel));
            channel.position(channel.size());
            return new JsonLines(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long wholeLines(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** Replaces the whole file at once: a crash leaves the old or the new one. */
    static void replace(Path file, List<? extends JsonNode> lines) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            var text = new StringBuilder();
            lines.forEach(line -> text.append(line).append('\n'));
            try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(channel, text.toString());
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Appends a line; with {@code durable} it is on the disk when this returns. */
    void append(JsonNode line, boolean durable) {
        try {
            write(channel, line + "\n");
            if (durable) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
