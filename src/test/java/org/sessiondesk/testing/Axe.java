package org.sessiondesk.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Whether everybody can use a screen, as far as a program can tell. */
public final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /** @throws AssertionError naming each violation of WCAG 2.2 AA and the elements that show it */
    public static void assertNoViolations(Page page) {
        // Its other way opens a window for each look; no screen has a frame from elsewhere, for which that would be.
        var violations = new AxeBuilder(page)
                .withTags(RULES)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n"
                            + rule.getNodes().stream()
                                    .map(node -> "    " + node.getTarget() + " " + node.getFailureSummary())
                                    .collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n", page.url() + "\n", "")));
        }
    }
}
