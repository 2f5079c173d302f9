package org.sessiondesk.statement;

import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;

/** What codes are called where people read them: as on the screens. */
public interface StatementWords {

    String kind(CorrectionKind kind);

    String field(SessionField field);

    String reason(Reason reason);

    String type(LogInType type);

    /** What is late about a difference. */
    String late(LateKind kind);
}
