package org.sessiondesk.ui.sessions.edit;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.worklist.SessionDetail;

/** What the editor shows of the problems of its session. It types nothing by itself: a person takes a suggestion. */
public interface ProblemPanel {

    /** What stands above the fields. */
    Component component();

    /** Looks up what is wrong with the session now, and shows it. */
    void show(SessionDetail detail);

    /** Shows nothing. */
    void clear();

    /** Who takes a suggestion that a person has used. */
    void onUse(Consumer<Proposal> taker);

    /** Where the focus goes when it was in here and nothing is left to say. */
    void onSettled(Runnable goOn);

    /** Uses the first suggestion, if there is one. */
    void useFirst();

    /** "problem 3 of 11"; empty where nothing is open. */
    String place();

    /** What is wrong with each field. */
    Map<SessionField, FieldMark> marks();

    /** Where the work is; empty where nothing is open. */
    Optional<SessionField> work();
}
