package org.sessiondesk.ui.sessions;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The screen Sessions as a person handles it: by what things are called. */
final class SessionsPage {

    private final Page page;

    private SessionsPage(Page page) {
        this.page = page;
    }

    /** Opens the list with these keys, such as {@code q=Ruiz}. */
    static SessionsPage open(Page page, String keys) {
        page.navigate("/sessions?" + keys);
        var sessions = new SessionsPage(page);
        sessions.row(0).waitFor();
        return sessions;
    }

    Page page() {
        return page;
    }

    /** A row of the list from the top; the head line isn't one. */
    Locator row(int index) {
        return grid().locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHas(page.locator(".row-driver, .card")))
                .locator("visible=true")
                .nth(index);
    }

    /** The row's words may stand in any cell. */
    Locator grid() {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Sessions"))
                .or(page.locator("vaadin-grid"))
                .first();
    }

    SessionsPage choose(int index) {
        row(index).click();
        editor().getByRole(AriaRole.HEADING).first().waitFor();
        return this;
    }

    Locator editor() {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Session").setExact(true));
    }

    Locator text(String name) {
        return editor().getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator combobox(String name) {
        return editor().getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    SessionsPage type(String field, String words) {
        text(field).fill(words);
        text(field).blur();
        return this;
    }

    SessionsPage pick(String field, String name) {
        combobox(field).fill(name);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        return this;
    }

    SessionsPage because(String reason) {
        editor().getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(reason).setExact(true))
                .check();
        return this;
    }

    SessionsPage save() {
        button("Save").click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Anything on the screen that says this. */
    Locator saying(String words) {
        return page.getByText(words).locator("visible=true").first();
    }

    Download export() {
        return page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export"))
                .click());
    }
}
