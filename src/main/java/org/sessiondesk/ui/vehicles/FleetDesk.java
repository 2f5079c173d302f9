package org.sessiondesk.ui.vehicles;

import java.time.LocalDate;
import org.sessiondesk.account.People;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.fleet.Fleet;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.Worklist;
import org.springframework.stereotype.Component;

/** The doors behind the screens of vehicles. */
@Component
class FleetDesk {

    final Fleet fleet;
    final Worklist worklist;
    final FindingActs acts;
    final People people;
    final Written written;
    final LiveUpdates live;

    FleetDesk(Fleet fleet, Worklist worklist, FindingActs acts, People people, Written written, LiveUpdates live) {
        this.fleet = fleet;
        this.worklist = worklist;
        this.acts = acts;
        this.people = people;
        this.written = written;
        this.live = live;
    }

    /** The site's day. */
    LocalDate today() {
        return LocalDate.ofInstant(written.now(), written.times().zone());
    }

    /** Hiding a button is courtesy; the doors refuse the others. */
    static boolean mayCorrect() {
        return SignedIn.current().map(me -> me.person().role().mayCorrect()).orElse(false);
    }
}
