package org.sessiondesk.ui.vehicles;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A portal whose vans have a line of readings, judged. */
@BrowserTest
@Import(FindingDesk.class)
public abstract class FleetScreens {

    private static final int DAYS = 20;
    private static final AtomicInteger COUNT = new AtomicInteger(400);

    @Autowired
    protected FindingDesk lines;

    @Autowired
    private JdbcClient jdbc;

    /** A van with its sessions, the oldest first; the end of the session before yesterday's is mistyped. */
    protected record Van(UUID id, String name, List<UUID> sessions) {

        public UUID wrong() {
            return sessions.get(sessions.size() - 2);
        }
    }

    protected Van aVanWithASlip() {
        int number = COUNT.incrementAndGet();
        var van = vehicle("Van " + number, "PLT-" + number);
        var drivers = List.of(driver("Ruiz, Marco " + number), driver("Lee, Jo " + number));
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var values = new ArrayList<SessionValues>();
        for (int day = 0; day < DAYS; day++) {
            var logIn = today.minus(Duration.ofDays(DAYS - day)).plus(Duration.ofHours(14));
            int start = 51_000 + 113 * day;
            int end = start + 90 + day % 5 * 5;
            values.add(new SessionValues(
                    drivers.get(day % 2),
                    van,
                    LogInType.DRIVER,
                    logIn,
                    logIn.plus(Duration.ofMinutes(433)),
                    start,
                    day == DAYS - 2 ? end + 30_000 : end));
        }
        var sessions = lines.readAll(values);
        lines.settle();
        return new Van(van, "Van " + number, sessions);
    }

    /** Somebody who logged in so many hours ago. */
    protected UUID out(String name, int hours) {
        var logIn = Instant.now().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MINUTES);
        var session = lines.read(
                UUID.randomUUID(), new SessionValues(driver(name), null, LogInType.DRIVER, logIn, null, null, null));
        lines.settle();
        return session;
    }

    /** The screen at three widths in both schemes, each free of violations; the pictures are for people to look at. */
    protected static void holdsAtEveryWidthInBothSchemes(Page page, String name) {
        for (int width : List.of(1440, 768, 390)) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "browser",
                                name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + ".png")));
                Axe.assertNoViolations(page);
            }
        }
    }

    private UUID driver(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        values (?, ?, ?, true, '{}', ?)
                        """).params(id, name, name.toLowerCase(Locale.ROOT), now()).update();
        return id;
    }

    private UUID vehicle(String fleetId, String plate) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into vehicle (ontime_id, name, sort_name, fleet_id, registration_plate, company, record, read_at)
                        values (?, ?, ?, ?, ?, true, '{}', ?)
                        """)
                .params(id, fleetId, fleetId.toLowerCase(Locale.ROOT), fleetId, plate, now())
                .update();
        return id;
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
