package org.sessiondesk.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.fleet.Person;
import org.sessiondesk.sandbox.fleet.Vehicle;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** What OnTime's API can't do and tests and people need: faults, limits, records behind everybody's back, the log. */
@RestController
@Conditional(SandboxWanted.class)
@RequestMapping(path = "/sandbox/control", produces = MediaType.APPLICATION_JSON_VALUE)
class SandboxControl {

    private final Records records;
    private final Faults faults;
    private final Limits limits;
    private final RequestLog log;

    SandboxControl(Records records, Faults faults, Limits limits, RequestLog log) {
        this.records = records;
        this.faults = faults;
        this.limits = limits;
        this.log = log;
    }

    @GetMapping("faults")
    List<Faults.Switched> faults() {
        return faults.list();
    }

    @PostMapping("faults")
    @ResponseStatus(HttpStatus.CREATED)
    Faults.Switched add(@RequestBody Fault fault) {
        return faults.add(fault);
    }

    @DeleteMapping("faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @DeleteMapping("faults/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long number) {
        found(faults.remove(number));
    }

    @GetMapping("limits")
    Limits.Standing limits() {
        return limits.standing();
    }

    @PutMapping("limits")
    Limits.Standing limits(@RequestBody Limits.Standing standing) {
        limits.set(standing);
        return limits.standing();
    }

    /** The log after an entry's number, of one kind of call or one session where asked. */
    @GetMapping("requests")
    List<RequestLog.Entry> requests(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) Call.@Nullable Kind call,
            @RequestParam(required = false) @Nullable UUID session) {
        return log.list(entry -> entry.number() > after
                && (call == null || call == entry.call())
                && (session == null || session.equals(entry.session())));
    }

    @GetMapping("planted")
    String planted() {
        return records.planted();
    }

    @GetMapping("sessions")
    String sessions() {
        var all = Wire.JSON.createArrayNode();
        records.sessions().forEach(session -> all.add(Wire.PLAIN.session(session)));
        return all.toString();
    }

    @GetMapping("sessions/{id}")
    String session(@PathVariable UUID id) {
        return Wire.PLAIN
                .session(records.session(id).orElseThrow(SandboxControl::missing))
                .toString();
    }

    /** Puts a session straight into the records, whole, with the ID given or a new one. */
    @PostMapping("sessions")
    @ResponseStatus(HttpStatus.CREATED)
    String put(@RequestBody ObjectNode session) {
        var given = new SessionBody(session).id();
        return store(session, given == null ? UUID.randomUUID() : given);
    }

    /** Changes these members and no others: somebody else worked in OnTime meanwhile. */
    @PostMapping("sessions/{id}")
    String change(@PathVariable UUID id, @RequestBody ObjectNode members) {
        synchronized (records) {
            var session = Wire.PLAIN.session(records.session(id).orElseThrow(SandboxControl::missing));
            session.setAll(members);
            return store(session, id);
        }
    }

    private String store(ObjectNode json, UUID id) {
        var body = new SessionBody(json);
        var session = body.session(id);
        if (!body.problems().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, body.problems().toString());
        }
        records.put(session);
        return Wire.PLAIN.session(session).toString();
    }

    /** Lets a session vanish. */
    @DeleteMapping("sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vanish(@PathVariable UUID id) {
        found(records.remove(id));
    }

    @PostMapping("users")
    @ResponseStatus(HttpStatus.CREATED)
    Person put(@RequestBody Person person) {
        records.put(person);
        return person;
    }

    @PostMapping("vehicles")
    @ResponseStatus(HttpStatus.CREATED)
    Vehicle put(@RequestBody Vehicle vehicle) {
        records.put(vehicle);
        return vehicle;
    }

    /** The figures for the page. */
    @GetMapping("state")
    Map<String, Object> state() {
        return Map.of(
                "sessions", records.sessions().size(),
                "users", records.personIds().size(),
                "vehicles", records.vehicleIds().size(),
                "requests", log.size(),
                "lastRequest", log.lastNumber(),
                "limits", limits.standing(),
                "faults", faults.list());
    }

    /** Answers here and not on the portal's error page, which asks for a log-in. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(ResponseStatusException refusal) {
        return ResponseEntity.status(refusal.getStatusCode()).body(Map.of("problem", refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException problem) {
        return ResponseEntity.badRequest().body(Map.of("problem", String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(MethodArgumentTypeMismatchException problem) {
        return ResponseEntity.badRequest().body(Map.of("problem", String.valueOf(problem.getMessage())));
    }

    private static void found(boolean there) {
        if (!there) {
            throw missing();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
