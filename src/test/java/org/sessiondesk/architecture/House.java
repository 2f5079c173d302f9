package org.sessiondesk.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rooms below a base package, their floors, and what a class of one may take from another. */
record House(String base) {

    /** As docs/architecture.md draws them. A new room gets its floor here. */
    static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("site", 0),
            Map.entry("database", 0),
            Map.entry("live", 0),
            Map.entry("health", 0),
            Map.entry("audit", 10),
            Map.entry("ontime", 10),
            Map.entry("sheet", 15),
            Map.entry("worktime", 15),
            Map.entry("table", 18),
            Map.entry("account", 20),
            Map.entry("roster", 22),
            Map.entry("payroll", 22),
            Map.entry("connection", 25),
            Map.entry("session", 30),
            Map.entry("judge", 40),
            Map.entry("delivery", 40),
            Map.entry("intake", 40),
            Map.entry("filing", 40),
            Map.entry("finding", 50),
            Map.entry("signoff", 55),
            Map.entry("payout", 58),
            Map.entry("worklist", 60),
            Map.entry("fleet", 65),
            Map.entry("daycheck", 65),
            Map.entry("review", 65),
            Map.entry("payperiod", 66),
            Map.entry("report", 70),
            Map.entry("statement", 70),
            Map.entry("morning", 75),
            Map.entry("ui", 80),
            Map.entry("api", 80));

    /** Stands outside: met over HTTP only. It may use the house's floor 0, nobody may use it. */
    static final String OUTSIDE = "sandbox";

    private static final Set<String> SCREENS = Set.of("ui", "api");
    private static final Set<String> DOORS_NOT_FOR_PEOPLE =
            Set.of("SessionIntake", "IntakePreview", "SessionConfirmations", "Gate");

    /** Imports of a room of the same floor or a higher one, and of the sandbox. */
    List<String> importsThatRunUp(JavaClasses classes) {
        return said(classes, "runs up", dependency -> {
            String from = room(dependency.getOriginClass()).orElseThrow();
            String to = room(dependency.getTargetClass()).orElseThrow();
            return to.equals(OUTSIDE) || floor(from) <= floor(to);
        });
    }

    /** Uses of a type that isn't public, or that lies below the room's base package. */
    List<String> reachesPastAFace(JavaClasses classes) {
        return said(classes, "reaches past the face of a room", dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            String face = base + "." + room(target).orElseThrow();
            return !target.getPackageName().equals(face) || !isPublic(target);
        });
    }

    /** Screens at a door that isn't for people: those carry no rights of their own. */
    List<String> screensAtOtherDoors(JavaClasses classes) {
        return said(
                classes,
                "is a screen at a door that isn't for people",
                dependency -> SCREENS.contains(room(dependency.getOriginClass()).orElseThrow())
                        && DOORS_NOT_FOR_PEOPLE.contains(dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getSimpleName()));
    }

    /** Packages below the base that have no floor. */
    List<String> roomsWithoutAFloor(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> room(type).stream())
                .distinct()
                .filter(room -> !room.equals(OUTSIDE) && !FLOORS.containsKey(room))
                .sorted()
                .toList();
    }

    /** Which room a class belongs to; empty for the application itself and for what isn't ours. */
    Optional<String> room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(base + ".")) {
            return Optional.empty();
        }
        return Optional.of(name.substring(base.length() + 1).split("\\.")[0]);
    }

    private List<String> said(JavaClasses classes, String what, Predicate<Dependency> wrong) {
        return betweenRooms(classes)
                .filter(wrong)
                .map(dependency -> dependency.getOriginClass().getName() + " " + what + ": "
                        + dependency.getTargetClass().getName())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Dependency> betweenRooms(JavaClasses classes) {
        return classes.stream()
                .filter(type -> room(type).isPresent())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    Optional<String> target = room(dependency.getTargetClass());
                    return target.isPresent() && !target.equals(room(dependency.getOriginClass()));
                });
    }

    private static int floor(String room) {
        return room.equals(OUTSIDE) ? 1 : FLOORS.getOrDefault(room, Integer.MAX_VALUE);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(House::isPublic).orElse(true);
    }
}
