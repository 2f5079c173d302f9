package org.sessiondesk.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.sessiondesk.account.Role;

/**
 * The portal as people use it. {@code signInAs("anna@demo.test")} brings the person in, with the role that the demo gives
 * them, and opens the door; the sizes and colours are those of {@link Browsers}.
 */
public final class Desk {

    private final Browsers browsers;
    private final TestPeople people;

    Desk(Browsers browsers, TestDatabase database) {
        this.browsers = browsers;
        this.people = new TestPeople(database);
    }

    /** The people of this portal. */
    public TestPeople people() {
        return people;
    }

    /** A window of 1440 by 900 in light colours with this person signed in, on the first screen. */
    public Page signInAs(String email) {
        return signInAs(email, browsers.open());
    }

    /** A window as wide as a phone. */
    public Page signInOnPhone(String email) {
        return signInAs(email, browsers.phone());
    }

    /** A window in dark colours. */
    public Page signInInTheDark(String email) {
        return signInAs(email, browsers.open(1440, 900, ColorScheme.DARK));
    }

    /** Signs in here. Every address of the demo is known; {@link TestPeople#add} brings in others. */
    public Page signInAs(String email, Page page) {
        people.provide(email);
        page.navigate("/login");
        logIn(page, email, TestPeople.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Colours:"))
                .waitFor();
        return page;
    }

    /** Fills in the sign-in screen that is open, and sends it. */
    public static void logIn(Page page, String email, String password) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Email"))
                .fill(email);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Password"))
                .fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
    }

    /** A window where somebody new of this role is signed in. */
    public Page signInAsNew(Role role) {
        return signInAs(people.add(role).email());
    }
}
