package org.sessiondesk.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** OnTime's address in the sandbox. Every request passes here: fault, key, limit, call, log, answer, in this order. */
class OnTimeApi implements HttpRequestHandler {

    private final SandboxSettings settings;
    private final SandboxKey key;
    private final Site site;
    private final Faults faults;
    private final Limits limits;
    private final Damage damage;
    private final RequestLog log;
    private final InstantSource clock;

    OnTimeApi(
            SandboxSettings settings,
            SandboxKey key,
            Site site,
            Faults faults,
            Limits limits,
            RequestLog log,
            InstantSource clock) {
        this.settings = settings;
        this.key = key;
        this.site = site;
        this.faults = faults;
        this.limits = limits;
        this.damage = new Damage(limits);
        this.log = log;
        this.clock = clock;
    }

    /** Where it stands: site, then OnTime's own path. */
    static final String PATTERN = "/sandbox/sites/*/api/**";

    private static final Pattern PATH = Pattern.compile("/sandbox/sites/([^/]+)/api/(.*)");

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = request.getInputStream().readAllBytes();
        var path = PATH.matcher(request.getRequestURI());
        boolean known = path.matches();
        var company = known ? path.group(1) : "";
        var call = Call.of(request.getMethod(), known ? path.group(2) : "");
        var subject = call.kind() == Call.Kind.POST_SESSION ? idOf(body) : call.id();
        var strike = faults.strike(call.kind(), subject);
        faults.pause(Duration.ofSeconds(strike.secondsOf(FaultKind.SLOW)));
        var answer = struck(strike, company, call, request, body);
        log(request, call, subject, body, answer, strike.replacing());
        faults.pause(Duration.ofSeconds(strike.secondsOf(FaultKind.SLOW_ANSWER)));
        send(answer, request, response);
    }

    private Answer struck(Faults.Strike strike, String company, Call call, HttpServletRequest request, byte[] body) {
        var fault = strike.replacing();
        if (fault == null) {
            return right(strike, company, call, request, body);
        }
        var right = fault.storesAllTheSame()
                ? right(strike, company, call, request, Damage.taken(fault, body))
                : Answer.message(500, "An error has occurred.");
        var given = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        return damage.damaged(fault, call, right, given, clock.instant()).with(limits.headers());
    }

    private Answer right(Faults.Strike strike, String company, Call call, HttpServletRequest request, byte[] body) {
        if (!company.equalsIgnoreCase(settings.companyId())) {
            return Answer.message(404, "The site does not exist.");
        }
        if (!key.opens(request.getHeader("Authorization"))) {
            return Answer.message(401, "Authorization has been denied for this request.");
        }
        if (!limits.take()) {
            return Answer.message(429, "API rate limit exceeded.").with(limits.headers());
        }
        var type = request.getContentType();
        if (call.kind() == Call.Kind.POST_SESSION && (type == null || !type.startsWith("application/json"))) {
            return Answer.message(415, "The request entity's media type is not supported.");
        }
        return site.answer(call, query(request), body, new Wire(strike.spellings()))
                .with(limits.headers());
    }

    private static Map<String, String> query(HttpServletRequest request) {
        var query = new HashMap<String, String>();
        if (request.getMethod().equals("GET")) {
            request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        }
        return query;
    }

    private static @Nullable UUID idOf(byte[] body) {
        try {
            return Wire.JSON.readTree(body) instanceof ObjectNode object ? new SessionBody(object).id() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private void log(
            HttpServletRequest request,
            Call call,
            @Nullable UUID subject,
            byte[] body,
            Answer answer,
            @Nullable Fault fault) {
        var stored = answer.stored();
        var query = request.getQueryString();
        log.add(new RequestLog.Entry(
                0,
                clock.instant(),
                request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                call.kind(),
                stored == null ? subject : stored.session(),
                answer.status(),
                RequestLog.hash(body),
                RequestLog.text(body),
                stored != null,
                stored != null && stored.created(),
                fault == null ? null : fault.kind()));
    }

    private static void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (answer.status() == Answer.CUT) {
            ConnectionCutter.cut(request);
            return;
        }
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
