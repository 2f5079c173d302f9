package org.sessiondesk.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Hands a test its browser windows and keeps a picture of each in {@code target/browser} when it fails. */
public final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == Browsers.class || type == Desk.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browsers browsers = browsers(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Desk.class) {
            return new Desk(
                    browsers, SpringExtension.getApplicationContext(context).getBean(TestDatabase.class));
        }
        return type == Page.class ? browsers.open() : browsers;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browsers browsers = context.getStore(OURS).remove(Browsers.class, Browsers.class);
        if (browsers == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            browsers.picture(Path.of(
                    "target",
                    "browser",
                    context.getRequiredTestClass().getSimpleName() + "."
                            + context.getRequiredTestMethod().getName()));
        }
        browsers.close();
    }

    private static Browsers browsers(ExtensionContext context) {
        // One browser for all classes: the root's store closes it after the last.
        Chromium chromium = context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class);
        return context.getStore(OURS)
                .computeIfAbsent(
                        Browsers.class, key -> new Browsers(chromium.browser(), address(context)), Browsers.class);
    }

    /** Of the Spring context's own port; a test without one opens windows by {@link Browsers#openAt}. */
    private static String address(ExtensionContext context) {
        if (!TestContextAnnotationUtils.hasAnnotation(context.getRequiredTestClass(), SpringBootTest.class)) {
            return "http://localhost";
        }
        return "http://localhost:"
                + SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
    }
}
