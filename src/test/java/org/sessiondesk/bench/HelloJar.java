package org.sessiondesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the hello world's jar from the portal's: the same loader, Vaadin bundle and libraries, without the libraries that
 * a hello world doesn't ask for.
 */
final class HelloJar {

    private static final Pattern NOT_ASKED_FOR = Pattern.compile(String.join(
            "|",
            "hibernate-(core|models).*",
            "jakarta\\.(persistence|transaction|xml|activation|inject)-.*",
            "(spring-(orm|aspects|security|data|modulith|boot-(data|persistence|hibernate|jpa|security)).*)",
            "spring-boot-(micrometer|actuator|health|validation).*",
            "(aspectjweaver|antlr4|jaxb|angus|txw2|istack|byte-buddy|bcprov|caffeine|micrometer-(core|jakarta9)).*",
            "(HdrHistogram|archunit|jmolecules|jstereotype|db-scheduler-spring|java-json|commons-csv).*"));

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String INDEX = "BOOT-INF/classpath.idx";

    private static final String SETTINGS = """
            vaadin.productionMode=true
            spring.main.banner-mode=off
            # The folder is its own; nothing is in the database.
            spring.flyway.enabled=false
            """;

    private HelloJar() {}

    /** @param testClasses where the hello world was compiled to */
    static void make(Path portal, Path testClasses, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (JarFile from = new JarFile(portal.toFile());
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream to = new JarOutputStream(file, manifest(from.getManifest()))) {
            for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                if (entry.getName().equals(INDEX)) {
                    write(to, INDEX, index(from.getInputStream(entry)));
                } else if (isWanted(entry.getName())) {
                    copy(from, entry, to);
                }
            }
            for (Path each : compiled(testClasses)) {
                write(to, CLASSES + "hello/" + each.getFileName(), Files.readAllBytes(each));
            }
            write(to, CLASSES + "application.properties", SETTINGS.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Manifest manifest(Manifest portals) {
        Manifest own = new Manifest(portals);
        Attributes main = own.getMainAttributes();
        main.putValue("Start-Class", "hello.HelloWorld");
        main.remove(new Attributes.Name("Spring-Boot-Layers-Index"));
        return own;
    }

    private static boolean isWanted(String name) {
        if (name.startsWith(LIBRARIES)) {
            return name.equals(LIBRARIES) || isAskedFor(name.substring(LIBRARIES.length()));
        }
        if (name.startsWith(CLASSES)) {
            // The folder itself is what the loader looks for.
            return name.equals(CLASSES) || name.startsWith(CLASSES + "org/sessiondesk/database/");
        }
        return name.startsWith("org/springframework/boot/loader/")
                || name.startsWith("META-INF/services/")
                || name.startsWith("META-INF/VAADIN/");
    }

    private static boolean isAskedFor(String library) {
        return !NOT_ASKED_FOR.matcher(library).matches();
    }

    private static byte[] index(InputStream portals) throws IOException {
        return new String(portals.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line ->
                        isAskedFor(line.substring(line.lastIndexOf('/') + 1).replace("\"", "")))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A library inside stays uncompressed, or Spring Boot's loader doesn't take it. */
    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        JarEntry copy = new JarEntry(entry.getName());
        copy.setMethod(entry.getMethod());
        if (entry.getMethod() == JarEntry.STORED) {
            copy.setSize(entry.getSize());
            copy.setCrc(entry.getCrc());
        }
        to.putNextEntry(copy);
        try (InputStream bytes = from.getInputStream(entry)) {
            bytes.transferTo(to);
        }
        to.closeEntry();
    }

    private static void write(JarOutputStream to, String name, byte[] bytes) throws IOException {
        to.putNextEntry(new JarEntry(name));
        to.write(bytes);
        to.closeEntry();
    }

    private static List<Path> compiled(Path testClasses) throws IOException {
        try (Stream<Path> files = Files.list(testClasses.resolve("hello"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
