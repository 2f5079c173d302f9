package org.sessiondesk.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The switchboard: which faults are on, and which of them strike a call. */
final class Faults {

    private final Map<Long, Fault> on = new LinkedHashMap<>();
    private final Map<Long, Integer> left = new LinkedHashMap<>();
    private final Random random;
    private long lastNumber;
    private long generation;

    Faults(long seed) {
        this.random = new Random(seed);
    }

    /** A fault that is on, with the number it is switched off by. */
    record Switched(long number, Fault fault, @Nullable Integer left) {}

    /** What strikes one call: at most one fault instead of the answer, and any number of delays and spellings. */
    record Strike(@Nullable Fault replacing, List<Fault> delays, Set<FaultKind> spellings) {

        int secondsOf(FaultKind kind) {
            return delays.stream()
                    .filter(fault -> fault.kind() == kind)
                    .mapToInt(fault -> fault.secondsOr(5))
                    .sum();
        }
    }

    synchronized Switched add(Fault fault) {
        long number = ++lastNumber;
        on.put(number, fault);
        if (fault.times() != null) {
            left.put(number, fault.times());
        }
        return new Switched(number, fault, fault.times());
    }

    synchronized List<Switched> list() {
        return on.entrySet().stream()
                .map(each -> new Switched(each.getKey(), each.getValue(), left.get(each.getKey())))
                .toList();
    }

    synchronized boolean remove(long number) {
        left.remove(number);
        return on.remove(number) != null;
    }

    /** Switches everything off and lets go of every call that waits. */
    synchronized void clear() {
        on.clear();
        left.clear();
        generation++;
        notifyAll();
    }

    /** Takes one of each striking fault's times. */
    synchronized Strike strike(Call.Kind call, @Nullable UUID subject) {
        Fault replacing = null;
        var delays = new ArrayList<Fault>();
        var spellings = EnumSet.noneOf(FaultKind.class);
        for (var each : List.copyOf(on.entrySet())) {
            var fault = each.getValue();
            boolean replaces = fault.kind().effect() == FaultKind.Effect.REPLACES;
            if (!fault.meets(call, subject)
                    || (replaces && replacing != null)
                    || random.nextDouble() >= fault.chance()) {
                continue;
            }
            switch (fault.kind().effect()) {
                case REPLACES -> replacing = fault;
                case DELAYS -> delays.add(fault);
                case SPELLS -> spellings.add(fault.kind());
            }
            count(each.getKey());
        }
        return new Strike(replacing, delays, spellings);
    }

    private void count(long number) {
        var times = left.get(number);
        if (times != null && times <= 1) {
            remove(number);
        } else if (times != null) {
            left.put(number, times - 1);
        }
    }

    /** Waits that long, or until everything is switched off. */
    synchronized void pause(Duration length) {
        long began = generation;
        long until = System.nanoTime() + length.toNanos();
        try {
            while (generation == began && System.nanoTime() < until) {
                wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
