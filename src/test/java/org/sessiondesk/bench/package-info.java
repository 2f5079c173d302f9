/**
 * Measurements of the profile {@code bench}, never part of the suite: each figure is a ratio against a floor in the same
 * run, next to counts that don't jitter. A class {@code NameBench} writes {@code target/bench/Name.md}.
 */
@NullMarked
package org.sessiondesk.bench;

import org.jspecify.annotations.NullMarked;
