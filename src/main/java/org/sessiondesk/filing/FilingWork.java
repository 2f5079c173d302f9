package org.sessiondesk.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Standing;
import org.sessiondesk.filing.FileDoor.Order;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.sheet.FileInspection;
import org.sessiondesk.sheet.RawRow;
import org.sessiondesk.sheet.RowSource;
import org.springframework.stereotype.Component;

/** Goes through a file record by record: the first time to see what it is, then to compare, then to take in. */
@Component
class FilingWork {

    /** Records may be big: a batch is full by its characters, too. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final List<FileDoor> doors;
    private final RememberedMappings mappings;
    private final FilingLedger ledger;
    private final UserSessionText texts;
    private final FileNews news;
    private final Standing standing;

    /** Thrown out of the midst of a file: whoever brought it may not correct any more. */
    static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("not allowed any more", null, false, false);
        }
    }

    FilingWork(
            List<FileDoor> doors,
            RememberedMappings mappings,
            FilingLedger ledger,
            UserSessionText texts,
            FileNews news,
            Standing standing) {
        this.doors = doors;
        this.mappings = mappings;
        this.ledger = ledger;
        this.texts = texts;
        this.news = news;
        this.standing = standing;
    }

    void inspect(OpenFiling filing) throws IOException {
        var shape = FileInspection.of(filing.file().path(), rows -> {
            filing.check();
            filing.progress(rows, Tally.NONE);
            news.tell(filing.file().id());
        });
        var remembered = mappings.last(shape.columns());
        filing.inspected(
                shape,
                remembered.orElseGet(() -> MappingGuess.of(MappingGuess.kind(shape), shape)),
                remembered.isPresent(),
                ledger.sameFile(filing.file().sha256()).orElse(null));
    }

    void compare(OpenFiling filing) throws IOException {
        filing.check();
        try (var bad = BadRowFile.create(filing.file().badRows())) {
            pass(filing, null, bad);
            filing.compared(filing.state().tally(), bad.first());
        }
    }

    void take(OpenFiling filing) throws IOException {
        pass(
                filing,
                new Order(
                        filing.file().id(), filing.file().name(), filing.file().person()),
                null);
    }

    private void pass(OpenFiling filing, @Nullable Order order, @Nullable BadRowFile bad) throws IOException {
        var shape = Objects.requireNonNull(filing.state().shape());
        var pass = new Pass(filing, Objects.requireNonNull(filing.state().mapping()), order, bad);
        try (var rows = RowSource.of(shape.format(), filing.file().path())) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                pass.row(row);
            }
            pass.store();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Once through the file. */
    private final class Pass {

        private final OpenFiling filing;
        private final ColumnMapping mapping;
        private final @Nullable Order order;
        private final @Nullable BadRowFile bad;
        private final RowReader reader;
        private final FileDoor door;
        private final Map<UUID, Long> lineOfId = new HashMap<>();
        private final List<GoodRow> batch = new ArrayList<>();
        private long characters;
        private long done;
        private Tally tally = Tally.NONE;

        Pass(OpenFiling filing, ColumnMapping mapping, @Nullable Order order, @Nullable BadRowFile bad) {
            this.filing = filing;
            this.mapping = mapping;
            this.order = order;
            this.bad = bad;
            this.reader = new RowReader(mapping, texts);
            this.door = doors.stream()
                    .filter(one -> one.takes(mapping.kind()))
                    .findFirst()
                    .orElseThrow();
        }

        void row(RawRow raw) {
            try {
                var row = reader.read(raw);
                var before = lineOfId.putIfAbsent(row.id(), raw.line());
                if (before != null) {
                    throw RowFault.twice(column(FileField.RECORD_ID), row.id().toString(), before);
                }
                batch.add(row);
                // The row as it came, its members and the record made of them.
                characters += raw.characters() + 2L * row.text().length();
            } catch (RowFault fault) {
                tally = tally.plus(new Tally(0, 0, 0, 0, 1));
                bad(raw, fault);
            }
            done++;
            // However bad the rows are, every few of them somebody sees how far it is and may have stopped it.
            if (batch.size() == FileDoor.MOST_RECORDS || characters > MOST_CHARACTERS) {
                store();
            } else if (done % FileDoor.MOST_RECORDS == 0) {
                filing.check();
                tell();
            }
        }

        void store() {
            filing.check();
            if (order != null && !standing.mayCorrect(order.person())) {
                throw new NotAllowed();
            }
            tally = tally.plus(door.file(
                    mapping.kind(),
                    List.copyOf(batch),
                    order,
                    found -> bad(found.row().raw(), new RowFault(column(found.wireName()), found.reason(), ""))));
            batch.clear();
            characters = 0;
            tell();
        }

        private void tell() {
            filing.progress(done, tally);
            if (order != null) {
                ledger.progress(order.filing(), tally);
            }
            news.tell(filing.file().id());
        }

        private void bad(RawRow row, RowFault fault) {
            if (bad != null) {
                try {
                    bad.add(BadRow.of(row, fault));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private String column(String wireName) {
            return mapping.columnOf(wireName).orElse(wireName);
        }
    }
}
