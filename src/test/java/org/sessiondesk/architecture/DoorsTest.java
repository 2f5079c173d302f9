package org.sessiondesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.delivery.DeliveryDecisions;
import org.sessiondesk.finding.FindingActs;
import org.sessiondesk.session.CorrectionVeto;
import org.sessiondesk.session.SessionConfirmations;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SignedDays;

/**
 * Who comes through the doors at which settled days are asked about. Somebody new here needs a line in
 * {@code DoorsOfSettledDaysDatabaseTest} or {@code LateChangesDatabaseTest}, which try each way in.
 */
class DoorsTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sessiondesk");

    @Test
    void people_change_sessions_through_these() {
        assertThat(callers(SessionCorrections.class))
                .containsExactlyInAnyOrder("signoff.LateWriter", "ui.deliveries.DeliveryPanel", "ui.sessions.Acts");
    }

    @Test
    void people_decide_about_deliveries_through_these() {
        assertThat(callers(DeliveryDecisions.class))
                .containsExactlyInAnyOrder(
                        "ui.deliveries.DeliveryPanel",
                        "ui.deliveries.DeliveriesView",
                        "ui.deliveries.UncertainChoice",
                        "ui.overview.ConnectionLine");
    }

    @Test
    void readings_and_files_come_through_these() {
        assertThat(callers(SessionIntake.class))
                .containsExactlyInAnyOrder("filing.SessionDoor", "intake.Batch", "intake.BatchStore");
    }

    @Test
    void what_was_sent_comes_back_through_these() {
        assertThat(callers(SessionConfirmations.class)).allMatch(caller -> caller.startsWith("delivery."));
    }

    @Test
    void these_ask_whether_a_day_is_settled() {
        assertThat(callers(CorrectionVeto.class))
                .containsExactlyInAnyOrder("session.Circumstances", "delivery.DecisionWriter", "finding.ActRows");
        assertThat(callers(SignedDays.class)).containsExactly("session.LateArrivals");
        assertThat(callers(FindingActs.class)).allMatch(caller -> caller.startsWith("ui."));
    }

    /** Classes that call a method of it, without their inner parts. */
    private static List<String> callers(Class<?> door) {
        return OURS.get(door).getMethodCallsToSelf().stream()
                .map(call -> call.getOriginOwner())
                .flatMap(DoorsTest::outermost)
                .filter(caller -> !caller.getName().equals(door.getName()))
                .map(caller -> caller.getName().substring("org.sessiondesk.".length()))
                .distinct()
                .toList();
    }

    private static Stream<JavaClass> outermost(JavaClass type) {
        return type.getEnclosingClass().map(DoorsTest::outermost).orElseGet(() -> Stream.of(type));
    }
}
