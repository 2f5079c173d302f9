package org.sessiondesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running OnTime for tests: in this process or in one of its own, and either way spoken to over HTTP only. Its
 * records live in the given folder; a second start on the same folder finds them again.
 */
public final class OnTimeSandbox implements AutoCloseable {

    public static final String COMPANY = "demo";
    public static final String KEY = "sandbox-key-of-the-tests";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Runnable stop;
    private final @Nullable Process process;

    private OnTimeSandbox(int port, Runnable stop, @Nullable Process process) {
        this.port = port;
        this.stop = stop;
        this.process = process;
    }

    /** Starts in this process with nobody in it, on a free port. Settings as {@code sessiondesk.sandbox.drivers=36}. */
    public static OnTimeSandbox start(Path folder, String... settings) {
        var context = SandboxServer.start(arguments(folder, settings));
        return new OnTimeSandbox(port(folder), context::close, null);
    }

    /** Starts in a process of its own, which a test may kill, on a free port. */
    public static OnTimeSandbox startProcess(Path folder, String... settings) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("port"));
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), SandboxServer.class.getName()));
            command.addAll(List.of(arguments(folder, settings)));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sandbox.log").toFile())
                    .start();
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!Files.exists(folder.resolve("port"))) {
                if (process.waitFor(Duration.ofMillis(20)) || System.nanoTime() > until) {
                    throw new IllegalStateException(Files.readString(folder.resolve("sandbox.log")));
                }
            }
            return new OnTimeSandbox(port(folder), process::destroy, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] arguments(Path folder, String... settings) {
        var common = Stream.of(
                "server.port=0",
                "sessiondesk.sandbox.folder=" + folder.toAbsolutePath(),
                "sessiondesk.sandbox.key=" + KEY,
                "sessiondesk.sandbox.drivers=0");
        // The last of two equal arguments would be joined to the first: a given one replaces it.
        return Stream.concat(
                        common.filter(each -> Stream.of(settings)
                                .noneMatch(given -> name(given).equals(name(each)))),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private static int port(Path folder) {
        try {
            return Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code sessiondesk.ontime.base-url}. */
    public String baseUrl() {
        return "http://localhost:" + port + "/sandbox";
    }

    /** Where the documented calls are: {@code …/sandbox/sites/demo/api/}. */
    public URI api() {
        return URI.create(baseUrl() + "/sites/" + COMPANY + "/api/");
    }

    /** The process, where it has one of its own. */
    public Process process() {
        if (process == null) {
            throw new IllegalStateException("This sandbox runs in the test's own process");
        }
        return process;
    }

    /** Calls OnTime's API with the right key. */
    public HttpResponse<String> call(String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(api().resolve(path)).header("Authorization", KEY);
        return send(request, method, body);
    }

    /** Adds a driver. */
    public UUID addDriver(String firstName, String lastName) {
        var json = JSON.createObjectNode();
        var id = UUID.randomUUID();
        json.put("id", id.toString());
        json.put("firstName", firstName).put("lastName", lastName);
        json.put("userName", firstName + "." + lastName).put("driver", true);
        control("POST", "users", json.toString());
        return id;
    }

    /** Adds a vehicle of the company's. */
    public UUID addVehicle(String fleetId) {
        var json = JSON.createObjectNode();
        var id = UUID.randomUUID();
        json.put("id", id.toString());
        json.put("fleetId", fleetId).put("plate", "7ABC123").put("vin", "VIN" + fleetId);
        json.put("manufacturer", "Ford").put("model", "Transit").put("year", 2022);
        json.put("odometer", 50_000).put("company", true);
        control("POST", "vehicles", json.toString());
        return id;
    }

    /** Puts a session in as OnTime's JSON, with members as in {@code {"UserID": …}}; gives its ID. */
    public UUID addSession(String json) {
        return UUID.fromString(control("POST", "sessions", json).path("ID").asString());
    }

    /** Every session held now, plainly spelled. */
    public List<JsonNode> sessions() {
        return control("GET", "sessions", null).valueStream().toList();
    }

    /** A session as it is held now, plainly spelled; fails where there is none. */
    public ObjectNode session(UUID id) {
        return (ObjectNode) control("GET", "sessions/" + id, null);
    }

    /** Somebody changes these members in OnTime itself. */
    public void change(UUID id, String members) {
        control("POST", "sessions/" + id, members);
    }

    /** A session vanishes. */
    public void vanish(UUID id) {
        control("DELETE", "sessions/" + id, null);
    }

    /** The mistakes planted in the fleet: {@code session}, {@code kind}, {@code entered}, {@code truth}. */
    public List<JsonNode> planted() {
        return control("GET", "planted", null).valueStream().toList();
    }

    /** Every request that reached the API, oldest first. */
    public List<JsonNode> requests() {
        return control("GET", "requests", null).valueStream().toList();
    }

    /** The POSTs about one session, oldest first, those that made it included. */
    public List<JsonNode> posts(UUID session) {
        return control("GET", "requests?call=POST_SESSION&session=" + session, null)
                .valueStream()
                .toList();
    }

    /** Strikes the next calls; no calls named: all kinds. */
    public void fault(FaultKind kind, int times, Call.Kind... calls) {
        fault("{\"kind\":\"%s\",\"times\":%d,\"calls\":%s}".formatted(kind, times, JSON.writeValueAsString(calls)));
    }

    /** Strikes until {@link #clearFaults}. */
    public void faultUntilCleared(FaultKind kind, Call.Kind... calls) {
        fault("{\"kind\":\"%s\",\"calls\":%s}".formatted(kind, JSON.writeValueAsString(calls)));
    }

    /** Switches a fault on, spelled as docs/sandbox.md has it. */
    public void fault(String json) {
        control("POST", "faults", json);
    }

    /** The faults that are on; one that has struck as often as it should is none. */
    public List<JsonNode> faults() {
        return control("GET", "faults", null).valueStream().toList();
    }

    /** Switches every fault off and lets go of the calls that wait. */
    public void clearFaults() {
        control("DELETE", "faults", null);
    }

    /** Sets the limits and what is used of them. */
    public void limits(int daily, int monthly, int usedToday, int usedThisMonth) {
        control(
                "PUT",
                "limits",
                "{\"daily\":%d,\"monthly\":%d,\"usedToday\":%d,\"usedThisMonth\":%d}"
                        .formatted(daily, monthly, usedToday, usedThisMonth));
    }

    private JsonNode control(String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl() + "/control/" + path))
                .header(ControlGuard.HEADER, "1");
        var response = send(request, method, body);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String method, @Nullable String body) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop.run();
        http.close();
    }
}
