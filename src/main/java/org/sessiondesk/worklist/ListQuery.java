package org.sessiondesk.worklist;

import java.util.Locale;

/**
 * The SQL of one list: its ids are found in order by an index first, the rest is joined for these few. So a page deep
 * in the list costs index entries, not rows.
 */
final class ListQuery {

    private ListQuery() {}

    static String page(Conditions conditions, SessionSort sort) {
        return list(conditions, sort, WorklistSql.PAID_IN, "offset :offset limit :limit", "limit :offset + :limit");
    }

    /** All of the list, for streaming to a file, which doesn't say what was paid. */
    static String all(Conditions conditions, SessionSort sort) {
        return list(conditions, sort, WorklistSql.PAID_UNASKED, "", "");
    }

    private static String list(
            Conditions conditions, SessionSort sort, String paid, String paging, String pagingOfOneName) {
        return "with " + hits(conditions, sort, paging, pagingOfOneName)
                + "\nselect " + WorklistSql.LINE + paid
                + "from hit join driver_session s on s.id = hit.id\n" + WorklistSql.NAMES
                + "order by " + order(sort, "hit");
    }

    static String totals(Conditions conditions) {
        return """
                select count(*) as sessions,
                    coalesce(sum(extract(epoch from log_out_at - log_in_at)) filter (where log_out_at > log_in_at and counts), 0)::bigint as seconds,
                    coalesce(sum(distance) filter (where distance between 0 and %1$d and counts), 0)::bigint as distance,
                    count(*) filter (where distance not between 0 and %1$d and counts) as unlikely,
                    count(*) filter (where left_out_at is not null) as left_out,
                    count(*) filter (where left_out_at is null and vanished_at is not null) as vanished
                from (select s.log_in_at, s.log_out_at, s.left_out_at, s.vanished_at,
                          s.left_out_at is null and s.vanished_at is null as counts, %3$s
                      from driver_session s
                      where %2$s
                      order by s.log_in_at desc nulls last, s.id desc limit :limit) counted
                """.formatted(Worklist.FARTHEST, conditions.sql(), WorklistSql.DISTANCE);
    }

    private static String hits(Conditions conditions, SessionSort sort, String paging, String pagingOfOneName) {
        return switch (sort.key()) {
            case LOG_IN, LOG_OUT, DISTANCE -> """
                hit as (select s.id, s.log_in_at, s.log_out_at, s.distance from driver_session s
                  where %s
                  order by %s %s)""".formatted(conditions.sql(), order(sort, "s"), paging);
            case DRIVER -> byName(conditions, sort, paging, pagingOfOneName, "driver_id", "driver");
            case VEHICLE -> byName(conditions, sort, paging, pagingOfOneName, "vehicle_id", "vehicle");
        };
    }

    /**
     * Names stand in another table, so no index has their order over sessions. But there are few: they are sorted, and
     * of each one's sessions no more are read, by its own index, than the page may need. {@code who} steps from one id
     * to the next through that index; its last row is null and stands for the sessions without one. {@code named} is
     * sorted before the sessions are looked up, so that PostgreSQL sorts name after name and stops with the page.
     */
    private static String byName(
            Conditions conditions,
            SessionSort sort,
            String paging,
            String pagingOfOneName,
            String column,
            String table) {
        return """
                recursive who as (
                  select (select s.%1$s from driver_session s where not s.discarded order by s.%1$s limit 1) as who_id
                  union all
                  select (select s.%1$s from driver_session s where s.%1$s > who.who_id and not s.discarded
                          order by s.%1$s limit 1)
                  from who where who.who_id is not null),
                named as materialized (
                  select who_id, coalesce(n.sort_name, left(who_id::text, 8) collate "C") as name
                  from who left join %2$s n on n.ontime_id = who_id
                  order by name %3$s nulls last),
                hit as (
                  select own.id, named.name, own.log_in_at
                  from named cross join lateral (
                    select * from (
                      select s.id, s.log_in_at from driver_session s
                      where s.%1$s = named.who_id and %4$s
                      union all
                      select s.id, s.log_in_at from driver_session s
                      where named.who_id is null and s.%1$s is null and %4$s) of_one
                    order by log_in_at desc, id desc %6$s) own
                  order by named.name %3$s nulls last, own.log_in_at desc, own.id desc %5$s)""".formatted(column, table, direction(sort), conditions.sql(), paging, pagingOfOneName);
    }

    private static String order(SessionSort sort, String from) {
        String way = direction(sort);
        String nulls = sort.ascending() ? "nulls first" : "nulls last";
        return switch (sort.key()) {
            case LOG_IN, LOG_OUT, DISTANCE ->
                "%1$s.%2$s %3$s %4$s, %1$s.id %3$s".formatted(from, column(sort.key()), way, nulls);
            case DRIVER, VEHICLE -> "%1$s.name %2$s nulls last, %1$s.log_in_at desc, %1$s.id desc".formatted(from, way);
        };
    }

    private static String column(SessionSort.Key key) {
        return key == SessionSort.Key.DISTANCE ? "distance" : key.name().toLowerCase(Locale.ROOT) + "_at";
    }

    private static String direction(SessionSort sort) {
        return sort.ascending() ? "asc" : "desc";
    }

    /** The counts of the standing views, with the conditions of those still out. */
    static String views(Conditions stillOut) {
        return """
                select (select count(*) from driver_session s
                        where not s.discarded and s.log_in_at >= :yesterday and s.log_in_at < :today) as yesterday,
                    (select count(*) from driver_session s where %s) as still_out
                """.formatted(stillOut.sql());
    }
}
