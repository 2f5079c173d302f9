package org.sessiondesk.ui.sessions;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The screen Sessions as a person handles it: by what things are called. */
public final class SessionsPage {

    private final Page page;

    private SessionsPage(Page page) {
        this.page = page;
    }

    /** Opens the list with these keys, such as {@code q=Ruiz}. */
    public static SessionsPage open(Page page, String keys) {
        page.navigate("/sessions?" + keys);
        return of(page);
    }

    /** The list that this page is about to show. */
    public static SessionsPage of(Page page) {
        var sessions = new SessionsPage(page);
        sessions.row(0).waitFor();
        return sessions;
    }

    public Page page() {
        return page;
    }

    /** A row of the list from the top; the head line isn't one. */
    public Locator row(int index) {
        return grid().locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHas(page.locator(".row-driver, .card")))
                .locator("visible=true")
                .nth(index);
    }

    /** The row's words may stand in any cell. */
    public Locator grid() {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Sessions"))
                .or(page.locator("vaadin-grid"))
                .first();
    }

    /** Waits until a cell of this row has the focus. */
    public void focusedRow(int index) {
        page.waitForFunction(
                "index => document.querySelector('vaadin-grid').shadowRoot.activeElement?.closest('tr')?.index === index",
                index);
    }

    public SessionsPage choose(int index) {
        row(index).click();
        editor().getByRole(AriaRole.HEADING).first().waitFor();
        return this;
    }

    public Locator editor() {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Session").setExact(true));
    }

    /** Whose session is open. */
    public Locator heading() {
        return editor().getByRole(AriaRole.HEADING).first();
    }

    /** What is wrong with it. */
    public Locator box() {
        return editor().getByRole(
                        AriaRole.REGION,
                        new Locator.GetByRoleOptions().setName("Problem").setExact(true));
    }

    public Locator boxButton(String name) {
        return box().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    public Locator text(String name) {
        return editor().getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator combobox(String name) {
        return editor().getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    public SessionsPage type(String field, String words) {
        text(field).fill(words);
        text(field).blur();
        return this;
    }

    public SessionsPage pick(String field, String name) {
        combobox(field).fill(name);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        return this;
    }

    public SessionsPage because(String reason) {
        editor().getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(reason).setExact(true))
                .check();
        return this;
    }

    public SessionsPage save() {
        button("Save").click();
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator radio(String name) {
        return editor().getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A view of the list, whatever its count. */
    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + " \\d+$")));
    }

    public Locator dialogButton(String name) {
        return page.getByRole(AriaRole.DIALOG)
                .or(page.getByRole(AriaRole.ALERTDIALOG))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator dialogText(String name) {
        return page.getByRole(AriaRole.DIALOG)
                .or(page.getByRole(AriaRole.ALERTDIALOG))
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }

    /** Anything on the screen that says this. */
    public Locator saying(String words) {
        return page.getByText(words).locator("visible=true").first();
    }

    public Download exportProblems() {
        return page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export problems"))
                        .click());
    }

    public Download export() {
        return page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Export").setExact(true))
                .click());
    }
}
