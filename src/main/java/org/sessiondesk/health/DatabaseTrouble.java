package org.sessiondesk.health;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What may be wrong with the database that isn't our fault and passes. Nothing was written in any of them. */
public enum DatabaseTrouble {
    /** Nobody answers, or the connection was cut. */
    AWAY,
    /** It answers, but all connections are taken. */
    BUSY,
    /** It can be read, and has no room to write: above all a full disk. */
    FULL,
    /** Somebody holds what is needed for longer than we wait. */
    HELD_UP;

    /** Said in the error itself, or, of a commit, in its details. */
    private static final Pattern NO_ROOM = Pattern.compile("could not (extend|write)", Pattern.CASE_INSENSITIVE);

    /** What a failure comes from, if it is any of these. */
    public static Optional<DatabaseTrouble> of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                DatabaseTrouble trouble = said(sql);
                if (trouble != null) {
                    return Optional.of(trouble);
                }
            }
        }
        return has(problem, CannotCreateTransactionException.class)
                        || has(problem, DataAccessResourceFailureException.class)
                ? Optional.of(AWAY)
                : Optional.empty();
    }

    /** The innermost words of a failure, on one line. */
    public static String words(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return words.replaceAll("\\s*\\n\\s*", " ");
    }

    private static @Nullable DatabaseTrouble said(SQLException problem) {
        if (problem instanceof SQLTransientConnectionException) {
            return noConnection(problem);
        }
        String state = problem.getSQLState();
        String words = String.valueOf(problem.getMessage());
        if (state == null) {
            // The pool's word for a connection it has thrown away, when the rollback after the loss fails, too.
            return words.equals("Connection is closed") ? AWAY : null;
        }
        return switch (state) {
            case "53300" -> BUSY;
            case "53100", "58030" -> FULL;
            case "55P03" -> HELD_UP;
            // A file that may not grow: PostgreSQL has no number of its own for it.
            case "XX000" -> NO_ROOM.matcher(words).find() ? FULL : null;
            default -> state.startsWith("08") || state.startsWith("57P") ? AWAY : null;
        };
    }

    /** The pool ran out of patience: it has connections and all are taken, or it gets none. */
    private static DatabaseTrouble noConnection(SQLException problem) {
        if (problem.getCause() instanceof SQLException why) {
            return "53300".equals(why.getSQLState()) ? BUSY : AWAY;
        }
        String words = String.valueOf(problem.getMessage());
        // One that lies idle and yet couldn't be had doesn't answer.
        return words.contains("(total=") && !words.contains("(total=0,") && words.contains(", idle=0,") ? BUSY : AWAY;
    }

    private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
