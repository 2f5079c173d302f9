package org.sessiondesk.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.session.CorrectionOutcome.NotReached;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionPlan.Change;
import org.sessiondesk.session.CorrectionPlan.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door through which people change driver sessions. */
@Service
public class SessionCorrections {

    private final SessionLocks locks;
    private final CorrectionPlanner planner;
    private final CorrectionWriter writer;
    private final LiveNews news;

    SessionCorrections(SessionLocks locks, CorrectionPlanner planner, CorrectionWriter writer, LiveNews news) {
        this.locks = locks;
        this.planner = planner;
        this.writer = writer;
        this.news = news;
    }

    /**
     * Does what the commands ask, or says for each why not. All of a call is written in one transaction, with its
     * corrections, deliveries and audit entries, or nothing is: if any outcome isn't {@link Saved}, the others are
     * {@link NotReached}.
     *
     * @param commands each about another session
     * @return an outcome a command, in their order
     * @throws IllegalArgumentException if a session doesn't exist or stands twice in the list
     */
    @PreAuthorize(Role.MAY_CORRECT)
    @Transactional
    public List<CorrectionOutcome> apply(List<? extends SessionCommand> commands) {
        var rows = lock(commands);
        var plans = commands.stream()
                .map(command -> planner.plan(command, rows.get(sessionOf(command))))
                .toList();
        if (plans.stream().anyMatch(Refusal.class::isInstance)) {
            return plans.stream().map(SessionCorrections::outcomeOfUnwritten).toList();
        }
        var batch = commands.size() > 1 ? UUID.randomUUID() : null;
        var person = SignedIn.now().id();
        var changes = plans.stream().map(Change.class::cast).toList();
        var saved = writer.write(changes, person, batch);
        news.tell(
                new News(News.Topic.SESSION, saved.stream().map(Saved::session).toList()));
        return List.copyOf(saved);
    }

    private Map<UUID, SessionRow> lock(List<? extends SessionCommand> commands) {
        var ids = new ArrayList<UUID>();
        for (var command : commands) {
            var id = sessionOf(command);
            if (id != null && ids.contains(id)) {
                throw new IllegalArgumentException("session " + id + " stands twice in one call");
            }
            if (id != null) {
                ids.add(id);
            }
        }
        var rows = new HashMap<UUID, SessionRow>();
        if (!ids.isEmpty()) {
            locks.all(ids).forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private static @Nullable UUID sessionOf(SessionCommand command) {
        return switch (command) {
            case SessionCommand.Create _ -> null;
            case SessionCommand.Correct correct -> correct.session();
            case SessionCommand.Undo undo -> undo.session();
            case SessionCommand.Revert revert -> revert.session();
            case SessionCommand.Resolve resolve -> resolve.session();
            case SessionCommand.Withdraw withdraw -> withdraw.session();
            case SessionCommand.LeaveOut leaveOut -> leaveOut.session();
            case SessionCommand.CountAgain again -> again.session();
        };
    }

    private static CorrectionOutcome outcomeOfUnwritten(CorrectionPlan plan) {
        return switch (plan) {
            case Change _ -> new NotReached();
            case Refusal(CorrectionOutcome outcome) -> outcome;
        };
    }
}
