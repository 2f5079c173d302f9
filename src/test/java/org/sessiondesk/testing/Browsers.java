package org.sessiondesk.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Browser windows of a test, each with cookies of its own; closed when it ends. */
public final class Browsers {

    private final Browser browser;
    private final String address;
    private final List<BrowserContext> open = new ArrayList<>();

    Browsers(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** A window of 1440 by 900, in light colours. Relative addresses lead to the portal. */
    public Page open() {
        return open(1440, 900, ColorScheme.LIGHT);
    }

    /** A window as wide as a phone. */
    public Page phone() {
        return open(390, 844, ColorScheme.LIGHT);
    }

    /** A window of this size. */
    public Page open(int width, int height, ColorScheme colours) {
        return open(address, width, height, colours);
    }

    /** A window on another portal. */
    public Page openAt(String otherAddress) {
        return open(otherAddress, 1440, 900, ColorScheme.LIGHT);
    }

    /** Where the portal of this test is, without a slash at the end. */
    public String address() {
        return address;
    }

    private Page open(String base, int width, int height, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("en-US")
                .setTimezoneId("America/Los_Angeles"));
        open.add(context);
        return context.newPage();
    }

    void picture(Path file) {
        int n = 0;
        for (BrowserContext context : open) {
            for (Page page : context.pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(file.resolveSibling(file.getFileName() + "-" + ++n + ".png")));
            }
        }
    }

    void close() {
        open.forEach(BrowserContext::close);
    }
}
