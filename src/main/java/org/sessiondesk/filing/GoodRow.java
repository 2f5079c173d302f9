package org.sessiondesk.filing;

import java.util.SequencedMap;
import java.util.UUID;
import org.sessiondesk.sheet.RawRow;

/**
 * A record that can be read.
 *
 * @param members what the file says, by OnTime's names, as JSON: a field that it doesn't mention stays as it is
 * @param text the same as one record: what a record not known yet is taken in as
 */
record GoodRow(RawRow raw, UUID id, SequencedMap<String, String> members, String text) {}
