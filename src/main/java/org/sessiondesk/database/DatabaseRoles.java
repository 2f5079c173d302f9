package org.sessiondesk.database;

/** The three roles of the portal's database, and the name of the embedded one. The superuser is the launcher's alone. */
final class DatabaseRoles {

    static final String OWNER = "sessiondesk_owner";
    static final String APP = "sessiondesk_app";
    static final String AUDITOR = "sessiondesk_auditor";
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "sessiondesk";

    private DatabaseRoles() {}
}
