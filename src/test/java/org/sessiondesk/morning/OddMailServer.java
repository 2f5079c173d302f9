package org.sessiondesk.morning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that is as usual until it has the whole mail. */
final class OddMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;
    private final boolean goodBye;
    private final AtomicInteger mails = new AtomicInteger();

    /**
     * @param answer to a whole mail; empty to stay silent
     * @param goodBye whether it answers at the end
     */
    OddMailServer(String answer, boolean goodBye) throws IOException {
        this.answer = answer;
        this.goodBye = goodBye;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many whole mails came. */
    int mails() {
        return mails.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException _) {
                // The client or the test has gone.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        boolean inMail = false;
        say(client, "220 odd");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var word = line.toUpperCase(Locale.ROOT);
            if (inMail) {
                inMail = !".".equals(line);
                if (!inMail) {
                    mails.incrementAndGet();
                    say(client, answer);
                }
            } else if ("DATA".equals(word)) {
                inMail = true;
                say(client, "354 go on");
            } else {
                say(client, "QUIT".equals(word) ? (goodBye ? "221 bye" : "") : "250 ok");
            }
        }
    }

    private static void say(Socket client, String words) throws IOException {
        if (!words.isEmpty()) {
            client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
