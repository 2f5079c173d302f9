package org.sessiondesk.ui.sessions.edit;

/**
 * What is wrong with a field.
 *
 * @param severity in a word
 * @param sign of the severity, which stands before the field's name
 * @param error whether it can't have been so
 * @param brief what is wrong, in short
 */
public record FieldMark(String severity, String sign, boolean error, String brief) {}
