package org.sessiondesk.filing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.FileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Files that people bring. Each has one in hand at a time; work goes on in the background, whatever screen they look at,
 * and {@code FILE} news says when to look again. A restart of the portal forgets what wasn't taken in.
 */
@Service
public class Filings implements DisposableBean {

    /** What somebody left lying is deleted when the next file comes. */
    private static final Duration LEFT_LYING = Duration.ofHours(12);

    private static final Logger log = LoggerFactory.getLogger(Filings.class);

    private final Map<UUID, OpenFiling> byPerson = new ConcurrentHashMap<>();
    private final Path folder;
    private final FilingRunner runner;
    private final FilingLedger ledger;
    private final RememberedMappings mappings;

    Filings(IntakeFolder folder, FilingRunner runner, FilingLedger ledger, RememberedMappings mappings) {
        this.folder = folder.path();
        this.runner = runner;
        this.ledger = ledger;
        this.mappings = mappings;
    }

    /**
     * Keeps a file and begins to look through it; whatever this person had in hand before is forgotten.
     *
     * @return how it stands, perhaps refused already
     * @throws IllegalStateException while this person's last file is being taken in
     */
    @PreAuthorize(Role.MAY_CORRECT)
    public FilingState receive(String name, InputStream in) {
        UUID person = SignedIn.now().id();
        forgetOld();
        var filing = received(UuidVersion7Strategy.INSTANCE.generateUuid(null), name, person, in);
        var replaced = new AtomicReference<@Nullable OpenFiling>();
        // What is in hand may have changed while the file came in.
        var inHand = byPerson.compute(person, (_, before) -> {
            if (before != null && !before.putAway()) {
                return before;
            }
            replaced.set(before);
            return filing;
        });
        if (inHand != filing) {
            delete(filing.file());
            throw new IllegalStateException("a file is being taken in");
        }
        var before = replaced.get();
        if (before != null) {
            delete(before.file());
        }
        if (filing.state().stage() == Stage.CHECKING) {
            runner.inspect(filing);
        }
        return filing.state();
    }

    private OpenFiling received(UUID id, String name, UUID person, InputStream in) {
        try {
            return new OpenFiling(UploadedFile.receive(id, folder, name, person, in));
        } catch (IOException e) {
            var refused = FileRefused.in(e);
            if (refused == null) {
                log.warn("A file could not be received", e);
            }
            var filing = new OpenFiling(UploadedFile.notKept(id, folder, name, person));
            filing.refused(refused == null ? new FileRefusal(Why.NOT_RECEIVED, 0) : refused.refusal());
            return filing;
        }
    }

    /** The file that this person has in hand. */
    @PreAuthorize(Role.MAY_CORRECT)
    public Optional<FilingState> mine() {
        return Optional.ofNullable(byPerson.get(SignedIn.now().id())).map(OpenFiling::state);
    }

    /** The columns as they would be if the file were of this kind. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void chooseKind(FileKind kind) {
        var filing = inHand();
        var shape = filing.state().shape();
        if (shape != null && filing.state().stage() == Stage.CHOOSING) {
            var remembered = mappings.last(kind, shape.columns());
            var mapping = remembered.orElseGet(() -> MappingGuess.of(kind, shape));
            filing.choose(mapping.forFile(shape), remembered.isPresent());
        }
    }

    /** The columns are these; nothing happens yet. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void choose(ColumnMapping mapping) {
        var filing = inHand();
        var stage = filing.state().stage();
        if (stage == Stage.CHOOSING || stage == Stage.COMPARED) {
            filing.choose(mapping, false);
        }
    }

    /**
     * Compares the file with what is known and remembers its columns. Nothing else is written.
     *
     * @throws IllegalStateException if the mapping has a problem
     */
    @PreAuthorize(Role.MAY_CORRECT)
    public void compare() {
        var filing = inHand();
        var state = filing.state();
        if (state.mapping() == null
                || state.shape() == null
                || !state.mapping().problems(state.shape()).isEmpty()) {
            throw new IllegalStateException("the columns aren't known yet");
        }
        mappings.remember(state.mapping(), state.shape().columns());
        if (filing.begin(Stage.CHOOSING, Stage.COMPARING)) {
            runner.compare(filing);
        }
    }

    /** Takes in what was compared, in the background. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void takeIn() {
        var filing = inHand();
        var mapping = filing.state().mapping();
        if (mapping != null && filing.begin(Stage.COMPARED, Stage.TAKING)) {
            runner.take(filing, mapping.kind());
        }
    }

    /** Stops what goes on with this person's file. What was taken in by then stays. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void cancel() {
        inHand().cancel();
    }

    /** Puts this person's file away. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void forget() {
        var filing = byPerson.get(SignedIn.now().id());
        if (filing != null) {
            putAway(filing);
        }
    }

    /** Each bad record of this person's file, in the order in which they were found. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void eachBadRow(Consumer<BadRow> each) throws IOException {
        BadRowFile.each(inHand().file().badRows(), each);
    }

    /** Files taken in, the newest first. */
    @PreAuthorize(Role.MAY_VIEW)
    public List<TakenFile> taken(int most) {
        return ledger.newest(most);
    }

    private OpenFiling inHand() {
        var filing = byPerson.get(SignedIn.now().id());
        if (filing == null) {
            throw new IllegalStateException("no file is in hand");
        }
        return filing;
    }

    /** Deletes all that were left lying. */
    private void forgetOld() {
        byPerson.values().stream()
                .filter(filing -> filing.openNanos() > LEFT_LYING.toNanos()
                        && !filing.state().working())
                .forEach(this::putAway);
    }

    /** Stops and deletes it, unless it is being taken in. */
    private void putAway(OpenFiling filing) {
        if (filing.putAway() && byPerson.remove(filing.file().person(), filing)) {
            delete(filing.file());
        }
    }

    private static void delete(UploadedFile file) {
        try {
            file.delete();
        } catch (IOException e) {
            log.warn("A file that was brought could not be deleted", e);
        }
    }

    /** A file that is being taken in stops after its batch, and is said to have been cancelled. */
    @Override
    public void destroy() throws InterruptedException {
        byPerson.values().forEach(OpenFiling::cancel);
        runner.stop();
        byPerson.values().forEach(filing -> delete(filing.file()));
    }
}
