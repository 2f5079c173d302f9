package org.sessiondesk.ui.sessions;

import java.util.UUID;
import org.sessiondesk.account.People;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.intake.ReadNow;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.ui.deliveries.DeliveryDesk;
import org.sessiondesk.ui.deliveries.DeliveryPanel;
import org.sessiondesk.ui.sessions.edit.SessionEditor;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemBox;
import org.sessiondesk.ui.sessions.problem.ProblemDesk;
import org.sessiondesk.ui.settled.SettledDesk;
import org.sessiondesk.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Makes the session's editor, for whichever screen shows it. */
@Component
public class Editors {

    private final Worklist worklist;
    private final SessionCorrections corrections;
    private final People people;
    private final Written written;
    private final DeliveryDesk deliveries;
    private final ProblemDesk problems;
    private final Editing editing;
    private final ReadNow readNow;
    private final SettledDesk settled;

    Editors(
            Worklist worklist,
            SessionCorrections corrections,
            People people,
            Written written,
            DeliveryDesk deliveries,
            ProblemDesk problems,
            Editing editing,
            ReadNow readNow,
            SettledDesk settled) {
        this.worklist = worklist;
        this.corrections = corrections;
        this.people = people;
        this.written = written;
        this.deliveries = deliveries;
        this.problems = problems;
        this.editing = editing;
        this.readNow = readNow;
        this.settled = settled;
    }

    /** For the person who is signed in. */
    SessionEditor editor(Around around) {
        var names = new WorklistNames(worklist);
        boolean mayCorrect = SignedIn.now().role().mayCorrect();
        return new SessionEditor(
                new Acts(worklist, corrections, around),
                names,
                written,
                people::name,
                mayCorrect,
                settled,
                new DeliveryPanel(deliveries),
                new ProblemBox(problems, names, written, mayCorrect, around::list, around::open));
    }

    /** An editor beside something else than a list. */
    public BesideEditor beside(Around around) {
        return new BesideEditor(
                editor(around), worklist, readNow, editing, SignedIn.now().id());
    }

    /** The way from problem to problem. */
    Walk walk(UUID self, Around around) {
        return new Walk(problems, editing, self, around::list);
    }
}
