package org.sessiondesk.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs PostgreSQL's programs, which refuse to be root: then in a user namespace of their own, where they are nobody. */
final class PostgresCommands {

    private final Path home;
    private final List<String> asNobody;

    PostgresCommands(Path home) {
        this.home = home;
        this.asNobody = runsAsRoot() ? List.of(tool("unshare"), "-U", "--") : List.of();
    }

    /** The server's command line: apart from our terminal, so that Ctrl-C reaches us alone, and ended by our own end. */
    List<String> server(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (has("setsid")) {
            command.add(tool("setsid"));
        }
        command.addAll(asNobody);
        if (has("setpriv")) {
            command.addAll(List.of(tool("setpriv"), "--pdeathsig", "INT", "--"));
        }
        command.add(program("postgres"));
        command.addAll(arguments);
        return command;
    }

    /**
     * Runs one program to its end.
     *
     * @throws IOException with what it said last, if it fails
     */
    void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asNobody);
        command.add(program(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + ": " + said.replace('\n', ' '));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(program);
        }
    }

    /** Major version of the programs, read where initdb reads its own. */
    String majorVersion() throws IOException {
        Process process = new ProcessBuilder(program("postgres"), "--version").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.replaceFirst("(?s)^\\D*(\\d+).*", "$1");
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static boolean runsAsRoot() {
        return System.getProperty("user.name", "").toLowerCase(Locale.ROOT).equals("root");
    }

    private static boolean has(String tool) {
        return !tool(tool).equals(tool);
    }

    /** Where util-linux has it; the bare name where it is nowhere, so that the message names it. */
    private static String tool(String name) {
        for (String folder : List.of("/usr/bin/", "/bin/", "/usr/sbin/")) {
            if (Files.isExecutable(Path.of(folder + name))) {
                return folder + name;
            }
        }
        return name;
    }
}
