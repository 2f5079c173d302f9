/**
 * A table as a file, written row by row, however many: CSV, a workbook, or paper. Values in, bytes out; knows how a CSV is
 * kept from running as formulas ({@code sheet}), no list and no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "sheet")
package org.sessiondesk.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
