package cn.yizhen.app.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Why the database could not do what was asked, where that is nobody's mistake: told as "later", not as a defect. */
public enum DatabaseTrouble {

    /** It cannot be reached, or broke off: what the pool says, or the SQLSTATE classes 08 and 57P. */
    AWAY,

    /** Its disk takes nothing more: SQLSTATE 53100. */
    FULL;

    private static final String DISK_FULL = "53100";

    public static Optional<DatabaseTrouble> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<DatabaseTrouble> found = switch (cause) {
                case SQLTransientConnectionException _ -> Optional.of(AWAY);
                case SQLException broken -> of(broken.getSQLState());
                // a transaction that cannot even be taken back hides what broke it
                case TransactionSystemException undone when undone.getApplicationException() != null -> behind(undone.getApplicationException());
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<DatabaseTrouble> of(@Nullable String state) {
        return state == null ? Optional.empty()
                : state.startsWith("08") || state.startsWith("57P") ? Optional.of(AWAY)
                : state.equals(DISK_FULL) ? Optional.of(FULL)
                : Optional.empty();
    }
}
