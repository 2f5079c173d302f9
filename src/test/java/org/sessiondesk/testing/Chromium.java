package org.sessiondesk.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The browser of the tests: the system's Chromium or Chrome, else Playwright's own, else, as root on Debian, the package
 * is installed. Chromium without a window of its own comes first: it draws no frame around pages that nobody sees. Where
 * none is to be had the tests fail and say what to install; they are never skipped.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/opt/google/chrome/chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        // Of a test that passes it costs nothing; the first load of a screen on a busy machine needs it.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, findAlone(playwright));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** One process of the tests at a time: two at once would hinder each other in installing it. */
    private static Browser findAlone(Playwright playwright) {
        Path lock = Path.of("target", "browser.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return find(playwright);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser find(Playwright playwright) {
        Optional<Path> system = ofTheSystem();
        if (system.isPresent()) {
            return start(playwright, system);
        }
        try {
            return start(playwright, Optional.empty());
        } catch (PlaywrightException notThere) {
            if (run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    ClassPath.ofTheTests(),
                    "com.microsoft.playwright.CLI",
                    "install",
                    "chromium"))) {
                return start(playwright, Optional.empty());
            }
        }
        if (isRootOnDebian()
                && run(List.of("apt-get", "update"))
                && (install("chromium-headless-shell") || install("chromium"))) {
            return start(playwright, ofTheSystem());
        }
        throw new IllegalStateException("The browser tests need Chromium or Chrome, and none was found or could be"
                + " installed: install one (Debian: apt-get install chromium) and run this again");
    }

    private static Browser start(Playwright playwright, Optional<Path> program) {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        program.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    private static Optional<Path> ofTheSystem() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
    }

    private static boolean install(String browser) {
        return run(List.of("apt-get", "install", "-y", "--no-install-recommends", browser, "fonts-liberation"));
    }

    private static boolean run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        try {
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
