package org.sessiondesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The sandbox alone: no portal, no database, no log-in. Settings are arguments: {@code --server.port=0}. */
public final class SandboxServer {

    private SandboxServer() {}

    /** Starts and stays; the port is written to the folder's file {@code port} once the sandbox answers. */
    public static void main(String[] args) {
        start(args);
    }

    /** Starts in this process, as the tests do. */
    static ConfigurableApplicationContext start(String... args) {
        var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .profiles("sandbox")
                .properties(Map.of(
                        "spring.config.name", "sandbox",
                        "spring.main.banner-mode", "off",
                        "spring.main.log-startup-info", "false",
                        "logging.level.root", "WARN",
                        "spring.jmx.enabled", "false",
                        "server.address", "127.0.0.1",
                        "server.shutdown", "immediate"))
                .run(args);
        writePort(context);
        return context;
    }

    private static void writePort(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        var folder = context.getBean(SandboxSettings.class).folder();
        try {
            var fresh = folder.resolve("port.new");
            Files.writeString(fresh, server == null ? "" : Integer.toString(server.getPort()));
            Files.move(fresh, folder.resolve("port"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No {@code @Configuration}: the portal's scan must pass it by. */
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @Import(SandboxConfiguration.class)
    static class Parts {}
}
