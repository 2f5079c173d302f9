package org.sessiondesk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.SpringAsmInfo;

/**
 * Reads every constant of every class for SQL that writes a table of another room. Annotation values and the recipes of
 * joined strings are constants too, so {@code @Query}, {@code @Table} and {@code "…" + x} are seen.
 */
final class ForeignWrites {

    private static final int UTF8 = 1;
    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into|copy)\\s+(?:only\\s+)?"
                    + "(?:public\\.)?\"?([a-z_][a-z0-9_]*)");

    private final String base;
    private final Map<String, String> owners;

    ForeignWrites(String base, Map<String, String> owners) {
        this.base = base.replace('.', '/');
        this.owners = owners;
    }

    /** One line for each write found in the classes below this folder. */
    List<String> below(Path classes) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve(base))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                read(file, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void read(Path file, List<String> found) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ClassReader reader = new ClassReader(bytes);
        String name = reader.getClassName();
        String room = name.substring(base.length() + 1).split("/")[0];
        for (String constant : constants(reader, bytes)) {
            Matcher write = WRITES.matcher(constant.toLowerCase(Locale.ROOT));
            while (write.find()) {
                report(name, room, write.group(1), found);
            }
        }
        entityTables(reader).forEach(table -> report(name, room, table, found));
    }

    /** What an entity's {@code @Table} names: Hibernate writes that one. */
    private static List<String> entityTables(ClassReader reader) {
        List<String> tables = new ArrayList<>();
        AnnotationVisitor names = new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
            @Override
            public void visit(String member, Object value) {
                if (member.equals("name")) {
                    tables.add(value.toString());
                }
            }
        };
        reader.accept(
                new ClassVisitor(SpringAsmInfo.ASM_VERSION) {
                    @Override
                    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                        return type.equals("Ljakarta/persistence/Table;") ? names : null;
                    }
                },
                ClassReader.SKIP_CODE);
        return tables;
    }

    private void report(String name, String room, String table, List<String> found) {
        String owner = owners.get(table);
        if (owner != null && !owner.equals(room)) {
            found.add(name.replace('/', '.') + " writes " + table + ", which is " + owner + "'s");
        }
    }

    private static List<String> constants(ClassReader reader, byte[] bytes) {
        List<String> constants = new ArrayList<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && bytes[at - 1] == UTF8) {
                constants.add(new String(bytes, at + 2, reader.readUnsignedShort(at), StandardCharsets.UTF_8));
            }
        }
        return constants;
    }
}
