package org.sessiondesk.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/** One run of the check. It believes no row: each has to follow from the bytes, and the bytes from the chain. */
final class TrailCheck {

    private static final byte[] LEAF = {0};

    private final TrailRows rows;
    private final AuditVerifier.Progress progress;
    private final MessageDigest sha256;

    private byte[] chain = new byte[32];
    private long checked;

    TrailCheck(TrailRows rows, AuditVerifier.Progress progress) {
        this.rows = rows;
        this.progress = progress;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The first thing that doesn't fit ends the run. */
    private static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Verification.Broken broken;

        Misfit(long position, String why) {
            super(why);
            this.broken = new Verification.Broken(position, why);
        }
    }

    Verification run() {
        try {
            List<TrailRows.Head> heads = rows.heads();
            long expected = heads.isEmpty() ? 0 : heads.getFirst().position();
            // From the lowest number there is, so that a row slipped in before the first entry is seen too.
            long from = Long.MIN_VALUE;
            List<TrailRows.Entry> batch = rows.entriesFrom(from);
            while (!batch.isEmpty()) {
                long last = batch.getLast().position();
                check(batch, rows.subjects(from, last), rows.texts(from, last));
                progress.checked(checked, Math.max(expected, checked));
                from = last + 1;
                batch = rows.entriesFrom(from);
            }
            checkHead(heads);
            refuseStrays(rows.subjects(from, Long.MAX_VALUE), rows.texts(from, Long.MAX_VALUE));
            return new Verification.Whole(checked, chain);
        } catch (Misfit misfit) {
            return misfit.broken;
        }
    }

    private void check(
            List<TrailRows.Entry> batch,
            SortedMap<Long, List<String>> subjects,
            SortedMap<Long, List<TrailRows.Text>> texts)
            throws Misfit {
        for (TrailRows.Entry entry : batch) {
            long position = entry.position();
            // Only those before the next place: what else lies before this entry belongs to one that is missing.
            refuseStrays(subjects.headMap(checked + 1), texts.headMap(checked + 1));
            checkPlace(position);
            EntryReader.Content content = checkBytes(entry);
            checkColumns(entry, content);
            checkSubjects(position, content, or(subjects.remove(position)));
            checkTexts(position, content, or(texts.remove(position)));
            checked = position;
        }
    }

    private void checkPlace(long position) throws Misfit {
        if (position > checked + 1) {
            throw new Misfit(checked + 1, "the entry is missing");
        }
        if (position <= checked) {
            throw new Misfit(position, "an entry was slipped in: this position is taken or before the first");
        }
    }

    private EntryReader.Content checkBytes(TrailRows.Entry entry) throws Misfit {
        byte[] bytes = entry.bytes();
        if (bytes == null) {
            throw new Misfit(entry.position(), "its bytes are gone");
        }
        chain = hash(chain, hash(LEAF, bytes));
        if (!Arrays.equals(chain, entry.chain())) {
            throw new Misfit(entry.position(), "its hash doesn't follow from its bytes and the entry before");
        }
        try {
            EntryReader.Content content = EntryReader.read(bytes);
            if (!Arrays.equals(bytes, new JsonCanonicalizer(bytes).getEncodedUTF8())) {
                throw new Misfit(entry.position(), "its bytes are not in canonical form");
            }
            return content;
        } catch (EntryReader.Unreadable unreadable) {
            throw new Misfit(entry.position(), "its bytes can't be read: " + unreadable.getMessage());
        } catch (IOException noJson) {
            throw new Misfit(entry.position(), "its bytes are no JSON");
        }
    }

    private static void checkColumns(TrailRows.Entry entry, EntryReader.Content content) throws Misfit {
        String kind = switch (content.actor()) {
            case Actor.Person _ -> "person";
            case Actor.System _ -> "system";
            case Actor.OnTime _ -> "ontime";
        };
        String account = content.actor() instanceof Actor.Person(var id) ? id.toString() : null;
        same(entry, "at", content.at(), entry.at() == null ? null : entry.at().toInstant());
        same(entry, "action", content.action(), entry.action());
        same(entry, "actor_kind", kind, entry.actorKind());
        same(entry, "actor_id", account, entry.actorId());
    }

    private static void same(TrailRows.Entry entry, String column, @Nullable Object said, @Nullable Object stands)
            throws Misfit {
        if (!Objects.equals(said, stands)) {
            throw new Misfit(entry.position(), "its column " + column + " says something else than its bytes");
        }
    }

    private static void checkSubjects(long position, EntryReader.Content content, List<String> stand) throws Misfit {
        List<String> said = content.subjects().stream()
                .map(subject -> subject.kind() + " " + subject.id())
                .sorted()
                .toList();
        if (!said.equals(stand.stream().sorted().toList())) {
            throw new Misfit(position, "its rows in audit_subject are not the records its bytes name");
        }
    }

    /** A text may have been erased, so a missing one is fine; a changed or an added one isn't. */
    private void checkTexts(long position, EntryReader.Content content, List<TrailRows.Text> stand) throws Misfit {
        for (TrailRows.Text text : stand) {
            byte[] said = content.textHashes().get(text.name());
            if (said == null) {
                throw new Misfit(position, "its bytes know no text '" + text.name() + "'");
            }
            if (text.salt() == null
                    || text.content() == null
                    || !Arrays.equals(said, hash(text.salt(), text.content().getBytes(StandardCharsets.UTF_8)))) {
                throw new Misfit(position, "its text '" + text.name() + "' or the salt was changed");
            }
        }
    }

    private void checkHead(List<TrailRows.Head> heads) throws Misfit {
        if (heads.size() != 1) {
            throw new Misfit(checked, "there is not one head but " + heads.size());
        }
        TrailRows.Head head = heads.getFirst();
        if (head.position() > checked) {
            throw new Misfit(checked + 1, "the entry is missing: the head stands at " + head.position());
        }
        if (head.position() < checked) {
            throw new Misfit(head.position() + 1, "the entry lies behind the head, which stands before it");
        }
        if (!Arrays.equals(head.chain(), chain)) {
            throw new Misfit(checked, "the head's hash is not that of the last entry");
        }
    }

    private static void refuseStrays(SortedMap<Long, ?> subjects, SortedMap<Long, ?> texts) throws Misfit {
        boolean ofSubjects = !subjects.isEmpty() && (texts.isEmpty() || subjects.firstKey() <= texts.firstKey());
        if (ofSubjects) {
            throw new Misfit(subjects.firstKey(), "a row of audit_subject names an entry that doesn't exist");
        }
        if (!texts.isEmpty()) {
            throw new Misfit(texts.firstKey(), "a row of audit_text names an entry that doesn't exist");
        }
    }

    private byte[] hash(byte[] first, byte[] second) {
        sha256.update(first);
        return sha256.digest(second);
    }

    private static <T> List<T> or(@Nullable List<T> rows) {
        return rows == null ? List.of() : rows;
    }
}
