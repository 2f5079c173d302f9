package org.sessiondesk.sandbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Profile {@code sandbox}; or profile {@code demo} as long as nobody has set another OnTime than the demo's own. */
class SandboxWanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            return true;
        }
        var onTime = environment.getProperty("sessiondesk.ontime.base-url");
        return environment.acceptsProfiles(Profiles.of("demo"))
                && (onTime == null || onTime.equals(environment.getProperty("sessiondesk.sandbox.base-url")));
    }
}
