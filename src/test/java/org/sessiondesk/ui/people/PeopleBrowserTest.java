package org.sessiondesk.ui.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.testing.Axe;
import org.sessiondesk.testing.BrowserTest;
import org.sessiondesk.testing.Browsers;
import org.sessiondesk.testing.Desk;

@BrowserTest
class PeopleBrowserTest {

    @Test
    void somebody_added_signs_in_with_the_password_handed_over_and_must_choose_another(Desk desk, Browsers browsers) {
        Page boss = desk.signInAsNew(Role.ADMINISTRATOR);
        boss.navigate("/accounts");
        button(boss, "Add person").click();
        Locator dialog = boss.getByRole(AriaRole.DIALOG);
        String email = "ada" + System.nanoTime() + "@people.test";
        dialog.getByLabel("Email").fill(email);
        dialog.getByLabel("Name").fill("Ada Novak");
        dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Payroll"))
                .check();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add person"))
                .click();
        Locator secret = boss.getByRole(AriaRole.DIALOG).getByLabel("Password");
        assertThat(secret).hasValue(Pattern.compile("\\S{19}"));
        String password = secret.inputValue();
        button(boss, "Done").click();

        Page ada = browsers.open();
        ada.navigate("/login");
        Desk.logIn(ada, email, password);
        assertThat(ada.getByText("Your password came from somebody else.")).isVisible();
        ada.getByLabel("Current password").fill(password);
        ada.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("a sentence of my own");
        ada.getByLabel("New password again").fill("a sentence of my own");
        button(ada, "Change password").click();
        assertThat(ada.getByText("Password changed.")).isVisible();
        assertThat(ada.getByLabel("Name, as colleagues read it")).hasValue("Ada Novak");
    }

    @Test
    void enter_adds_somebody_from_a_field_and_on_Cancel_cancels(Desk desk) {
        Page boss = desk.signInAsNew(Role.ADMINISTRATOR);
        boss.navigate("/accounts");
        button(boss, "Add person").click();
        Locator dialog = boss.getByRole(AriaRole.DIALOG);
        String email = "cy" + System.nanoTime() + "@people.test";
        dialog.getByLabel("Email").fill(email);
        dialog.getByLabel("Name").fill("Cy Novak");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .press("Enter");
        assertThat(dialog).hasCount(0);

        // Had they been added then, they couldn't be once more.
        button(boss, "Add person").click();
        dialog.getByLabel("Email").fill(email);
        dialog.getByLabel("Name").fill("Cy Novak");
        dialog.getByLabel("Name").press("Enter");
        assertThat(dialog.getByLabel("Password")).hasValue(Pattern.compile("\\S{19}"));
    }

    @Test
    void whoever_is_disabled_is_signed_out_without_touching_anything(Desk desk) {
        Person anna = desk.people().add(Role.SUPERVISOR);
        Page hers = desk.open(anna.email());
        Page boss = desk.signInAsNew(Role.ADMINISTRATOR);
        boss.navigate("/accounts");
        button(boss, "Disable " + anna.name()).click();
        boss.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Disable"))
                .click();
        assertThat(boss.getByText(anna.name() + " is disabled and signed out.")).isVisible();
        assertThat(hers.getByText("You were signed out")).isVisible();
        assertThat(hers).hasURL(Pattern.compile("/login"));
    }

    @Test
    void a_changed_role_shows_on_the_screens_of_other_administrators(Desk desk) {
        Person pia = desk.people().add(Role.PAYROLL);
        Page one = desk.signInAsNew(Role.ADMINISTRATOR);
        Page other = desk.signInAsNew(Role.ADMINISTRATOR);
        one.navigate("/accounts");
        other.navigate("/accounts");
        role(one, pia).click();
        one.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Auditor"))
                .click();
        assertThat(one.getByText(pia.name() + " is now Auditor.")).isVisible();
        assertThat(role(other, pia)).containsText("Auditor");
    }

    @Test
    void the_screens_are_usable_by_everybody_light_dark_and_on_a_phone(Desk desk) {
        Person boss = desk.people().add(Role.ADMINISTRATOR);
        for (Page page : new Page[] {
            desk.signInAs(boss.email()), desk.signInInTheDark(boss.email()), desk.signInOnPhone(boss.email())
        }) {
            page.navigate("/accounts");
            assertThat(button(page, "Add person")).isVisible();
            Axe.assertNoViolations(page);
            button(page, "Add person").click();
            assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("Email")).isFocused();
            Axe.assertNoViolations(page);
            page.navigate("/me");
            assertThat(button(page, "Save name")).isVisible();
            Axe.assertNoViolations(page);
            page.navigate("/setup");
            assertThat(page.getByText("Session Desk is set up.")).isVisible();
            Axe.assertNoViolations(page);
        }
    }

    @Test
    void on_a_phone_the_menu_stays_away_until_asked_for_and_nothing_sticks_out(Desk desk) {
        Page phone = desk.signInOnPhone(desk.people().add(Role.ADMINISTRATOR).email());
        phone.navigate("/accounts");
        assertThat(button(phone, "Add person")).isVisible();
        Locator menu = phone.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("People").setExact(true));
        assertThat(menu).not().isInViewport();
        org.assertj.core.api.Assertions.assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        button(phone, "Menu").click();
        assertThat(menu).isInViewport();
    }

    @Test
    void the_colours_chosen_come_back_in_another_browser(Desk desk) {
        Person anna = desk.people().add(Role.SUPERVISOR);
        Page one = desk.signInAs(anna.email());
        one.navigate("/me");
        one.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Dark"))
                .check();
        assertThat(one.locator("html")).hasCSS("color-scheme", "dark");
        assertThat(button(one, "Colours: ")).isVisible();
        Page other = desk.open(anna.email());
        assertThat(other.locator("html")).hasCSS("color-scheme", "dark");
    }

    private static Locator role(Page page, Person person) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Role of " + person.name()));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
