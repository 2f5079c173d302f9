package org.sessiondesk.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeSettings.UnrecordedMileage;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionField;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.site.Site;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the newest session's times both ways. */
@Component
class NewestReading {

    private final UserSessionText asUtc = new UserSessionText(ZoneOffset.UTC, UnrecordedMileage.ZERO);
    private final UserSessionText asSite;
    private final JsonMapper json = JsonMapper.shared();

    NewestReading(Site site) {
        this.asSite = new UserSessionText(site.zone(), UnrecordedMileage.ZERO);
    }

    Optional<NewestTimes> of(@Nullable String record) {
        if (record != null
                && asUtc.read(record) instanceof UserSessionText.Reading.Read(UserSession utc)
                && asSite.read(record) instanceof UserSessionText.Reading.Read(UserSession site)
                && utc.id() != null) {
            var logIn = time(record, UserSessionField.LOG_IN_TIME, utc.logInTime(), site.logInTime());
            var logOut = time(record, UserSessionField.LOG_OUT_TIME, utc.logOutTime(), site.logOutTime());
            return logIn == null ? Optional.empty() : Optional.of(new NewestTimes(utc.id(), logIn, logOut));
        }
        return Optional.empty();
    }

    private NewestTimes.@Nullable Time time(
            String record, UserSessionField field, @Nullable Instant utc, @Nullable Instant site) {
        return utc == null || site == null ? null : new NewestTimes.Time(text(record, field.wireName()), utc, site);
    }

    /** The member as OnTime wrote it; .NET's names differ in case at most. */
    private String text(String record, String member) {
        try {
            return json.readTree(record).properties().stream()
                    .filter(property -> property.getKey().equalsIgnoreCase(member))
                    .map(property -> property.getValue())
                    .map(JsonNode::asString)
                    .findFirst()
                    .orElse("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
