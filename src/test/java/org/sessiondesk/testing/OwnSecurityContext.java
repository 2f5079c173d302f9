package org.sessiondesk.testing;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each class the security context of its own portal. Every portal that starts in this JVM puts its strategy into
 * {@link SecurityContextHolder}, which is static: without this, a class whose portal started earlier signs people in where
 * only the latest portal looks.
 */
final class OwnSecurityContext implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
