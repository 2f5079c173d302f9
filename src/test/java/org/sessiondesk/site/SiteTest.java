package org.sessiondesk.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    @Test
    void a_site_has_a_zone_and_a_unit() {
        Site site = new Site("Bay Couriers", "America/Los_Angeles", "km");

        assertThat(site.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(site.unit()).isEqualTo(Site.DistanceUnit.KM);
    }

    @Test
    void without_a_zone_it_is_refused() {
        assertThatThrownBy(() -> new Site("Bay Couriers", "", "mi"))
                .isInstanceOf(ImpossibleSetting.class)
                .hasMessageStartingWith("SESSIONDESK_SITE_TIME_ZONE is missing")
                .hasMessageEndingWith("Example: America/Los_Angeles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PDT", "UTC+2", "Los Angeles", "America/Los_Angles"})
    void a_zone_without_its_summer_time_or_none_at_all_is_refused(String zone) {
        assertThatThrownBy(() -> new Site("Bay Couriers", zone, "mi"))
                .hasMessageStartingWith("SESSIONDESK_SITE_TIME_ZONE is no IANA time zone: " + zone);
    }

    @Test
    void a_unit_is_miles_or_kilometres() {
        assertThatThrownBy(() -> new Site("Bay Couriers", "Europe/Berlin", "yards"))
                .hasMessage("SESSIONDESK_SITE_DISTANCE_UNIT is neither mi nor km: yards. Example: mi");
    }
}
