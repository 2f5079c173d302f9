package org.sessiondesk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * A machine whose clock is wrong, as far as a portal can tell: in its JVM everything outside the JDK, libraries
 * included, that asks for the time gets a wrong one. Durations stay right, as they do on such a machine.
 */
public final class WrongClock {

    private static final String SELF = WrongClock.class.getName().replace('.', '/');

    /** Static methods of the JDK that tell the time; those of this class have the same names and signatures. */
    private static final Map<String, String> REPLACED = Map.of(
            "java/lang/System.currentTimeMillis()J", "currentTimeMillis",
            "java/time/Instant.now()Ljava/time/Instant;", "now",
            "java/time/InstantSource.system()Ljava/time/InstantSource;", "system",
            "java/time/Clock.systemUTC()Ljava/time/Clock;", "systemUTC",
            "java/time/Clock.systemDefaultZone()Ljava/time/Clock;", "systemDefaultZone",
            "java/time/Clock.system(Ljava/time/ZoneId;)Ljava/time/Clock;", "system");

    private static Duration skew = Duration.ZERO;

    private WrongClock() {}

    /** The JVM's option for a clock that is wrong by this. */
    static String option(Duration skew) {
        return "-javaagent:" + agent() + "=" + skew.toSeconds();
    }

    private static Path agent() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "process"));
            Path jar = folder.resolve("wrong-clock-" + ProcessHandle.current().pid() + ".jar")
                    .toAbsolutePath();
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Premain-Class", WrongClock.class.getName());
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (var type : new Class<?>[] {WrongClock.class, Rewriting.class, Replacing.class, Calls.class}) {
                    String name = type.getName().replace('.', '/') + ".class";
                    out.putNextEntry(new JarEntry(name));
                    try (InputStream in = Objects.requireNonNull(
                            WrongClock.class.getClassLoader().getResourceAsStream(name))) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the JVM before the portal's main method. */
    public static void premain(String seconds, Instrumentation instrumentation) {
        skew = Duration.ofSeconds(Long.parseLong(seconds));
        instrumentation.addTransformer(new Rewriting());
    }

    /** As {@link System#currentTimeMillis}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + skew.toMillis();
    }

    /** As {@link Instant#now()}. */
    public static Instant now() {
        return Instant.now().plus(skew);
    }

    /** As {@link InstantSource#system}. */
    public static InstantSource system() {
        return InstantSource.offset(InstantSource.system(), skew);
    }

    /** As {@link Clock#systemUTC}. */
    public static Clock systemUTC() {
        return Clock.offset(Clock.systemUTC(), skew);
    }

    /** As {@link Clock#systemDefaultZone}. */
    public static Clock systemDefaultZone() {
        return Clock.offset(Clock.system(ZoneId.systemDefault()), skew);
    }

    /** As {@link Clock#system}. */
    public static Clock system(ZoneId zone) {
        return Clock.offset(Clock.system(zone), skew);
    }

    /** Leads every class that isn't the JDK's to the wrong clock. */
    static final class Rewriting implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            boolean jdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
            if (jdk || name == null || name.startsWith(SELF) || name.startsWith("org/springframework/asm/")) {
                return null;
            }
            var reader = new ClassReader(bytes);
            var writer = new ClassWriter(reader, 0);
            var replacing = new Replacing(writer);
            reader.accept(replacing, 0);
            return replacing.did ? writer.toByteArray() : null;
        }
    }

    /** Replaces the calls of one class. */
    static final class Replacing extends ClassVisitor {

        private boolean did;

        Replacing(ClassWriter writer) {
            super(SpringAsmInfo.ASM_VERSION, writer);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Calls(this, super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    /** Replaces the calls of one method. */
    static final class Calls extends MethodVisitor {

        private final Replacing type;

        Calls(Replacing type, MethodVisitor method) {
            super(SpringAsmInfo.ASM_VERSION, method);
            this.type = type;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            var ours = opcode == Opcodes.INVOKESTATIC ? REPLACED.get(owner + "." + name + descriptor) : null;
            if (ours == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else {
                type.did = true;
                super.visitMethodInsn(opcode, SELF, ours, descriptor, false);
            }
        }
    }
}
