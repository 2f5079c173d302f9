package org.sessiondesk.testing;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sessiondesk.account.Role;

/**
 * The portal as people use it. {@code signInAs("anna@demo.test")} brings the person in, with the role that the demo gives
 * them, and opens the door; the sizes and colours are those of {@link Browsers}.
 */
public final class Desk {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

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

    /** A window of 1440 by 900 in light colours with this person signed in and nothing opened yet. */
    public Page signInAs(String email) {
        return signInAs(email, browsers.open());
    }

    /** The same, with the first screen open. */
    public Page open(String email) {
        Page page = signInAs(email);
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Colours:"))
                .waitFor();
        return page;
    }

    /** A window as wide as a phone. */
    public Page signInOnPhone(String email) {
        return signInAs(email, browsers.phone());
    }

    /** A window in dark colours. */
    public Page signInInTheDark(String email) {
        return signInAs(email, browsers.open(1440, 900, ColorScheme.DARK));
    }

    /**
     * Signs in here, as the sign-in screen's form does and without drawing it. Every address of the demo is known;
     * {@link TestPeople#add} brings in others.
     */
    public Page signInAs(String email, Page page) {
        people.provide(email);
        Matcher token = CSRF.matcher(page.request().get("/login").text());
        if (!token.find()) {
            throw new AssertionError("the sign-in screen has no token against forged forms");
        }
        APIResponse answer = page.request()
                .post(
                        "/login",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("username", email)
                                        .set("password", TestPeople.PASSWORD)
                                        .set("_csrf", token.group(1)))
                                .setMaxRedirects(0));
        String to = answer.headers().getOrDefault("location", "/login");
        if (answer.status() != 302 || to.contains("/login")) {
            throw new AssertionError(email + " could not sign in: " + answer.status() + " " + to);
        }
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
