package org.sessiondesk.filing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Bad rows on disk, a line each: however many there are, only the first stay in memory. */
final class BadRowFile implements AutoCloseable {

    /** So many are shown. */
    static final int FIRST = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter out;
    private final List<BadRow> first = new ArrayList<>();

    private BadRowFile(BufferedWriter out) {
        this.out = out;
    }

    static BadRowFile create(Path path) throws IOException {
        return new BadRowFile(Files.newBufferedWriter(path));
    }

    void add(BadRow row) throws IOException {
        if (first.size() < FIRST) {
            first.add(row.onlyShown());
        }
        out.write(JSON.writeValueAsString(row));
        out.newLine();
    }

    List<BadRow> first() {
        return List.copyOf(first);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static void each(Path path, Consumer<BadRow> each) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                each.accept(JSON.readValue(line, BadRow.class));
            }
        }
    }
}
