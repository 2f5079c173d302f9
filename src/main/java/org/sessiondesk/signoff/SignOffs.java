package org.sessiondesk.signoff;

import java.util.List;
import org.sessiondesk.account.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Signs drivers' days, opens them again, and says that somebody did not work. */
@Service
public class SignOffs {

    private final SignOffWriter writer;

    SignOffs(SignOffWriter writer) {
        this.writer = writer;
    }

    /**
     * Signs each day in a transaction of its own: one that is refused keeps no other from being signed.
     *
     * @return an outcome a day, in their order
     */
    @PreAuthorize(Role.MAY_SIGN)
    public List<SignOutcome> sign(List<DayToSign> days) {
        return days.stream().map(writer::sign).toList();
    }

    /**
     * Opens a signed day: its signature falls, and its sessions may change again.
     *
     * @param reason why, at most {@link DayToSign#LONGEST_REASON} characters and not blank
     */
    @PreAuthorize(Role.MAY_CORRECT)
    public ReopenOutcome reopen(DriverDay day, String reason) {
        return writer.reopen(day, Reasons.needed(reason));
    }

    /** Somebody of whom nothing is entered did not work that day; said twice it stands once. */
    @PreAuthorize(Role.MAY_SIGN)
    public ReopenOutcome didNotWork(DriverDay day) {
        return writer.didNotWork(day);
    }

    /** Takes back {@link #didNotWork}. */
    @PreAuthorize(Role.MAY_SIGN)
    public ReopenOutcome takeBack(DriverDay notWorked) {
        return writer.takeBack(notWorked);
    }
}
