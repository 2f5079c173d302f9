package org.sessiondesk.architecture.bad.delivery;

/** Writes what belongs to another room, in each of the ways. */
class WritesAnothersTable {

    String insert() {
        return """
                insert into driver_session (id)
                values (?)""";
    }

    String joined(String table) {
        return "with gone as (DELETE FROM only driver_session where id = ?) select * from " + table;
    }

    String reads() {
        return "select id from driver_session for update";
    }
}
