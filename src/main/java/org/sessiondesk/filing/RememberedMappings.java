package org.sessiondesk.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.DateOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people said the columns of a file are, for the next file with the same columns. */
@Component
class RememberedMappings {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> TARGETS = new TypeReference<>() {};

    private final JdbcClient database;
    private final InstantSource clock;

    RememberedMappings(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The mapping of the last file with these columns, whatever kind it was. */
    Optional<ColumnMapping> last(List<String> columns) {
        return database.sql("""
                        select kind, targets, zone, date_order from filing_mapping
                         where columns_sha256 = :columns
                         order by remembered_at desc limit 1
                        """)
                .param("columns", key(columns))
                .query((row, _) -> mapping(row, columns))
                .optional();
    }

    /** The mapping of the last file of this kind with these columns. */
    Optional<ColumnMapping> last(FileKind kind, List<String> columns) {
        return database.sql("""
                        select kind, targets, zone, date_order from filing_mapping
                         where kind = :kind and columns_sha256 = :columns
                        """)
                .param("kind", kind.name())
                .param("columns", key(columns))
                .query((row, _) -> mapping(row, columns))
                .optional();
    }

    void remember(ColumnMapping mapping, List<String> columns) {
        database.sql("""
                        insert into filing_mapping (kind, columns_sha256, targets, zone, date_order, remembered_at)
                        values (:kind, :columns, :targets, :zone, :dates, :now)
                        on conflict (kind, columns_sha256) do update
                           set targets = excluded.targets, zone = coalesce(excluded.zone, filing_mapping.zone),
                               date_order = coalesce(excluded.date_order, filing_mapping.date_order),
                               remembered_at = excluded.remembered_at
                        """)
                .param("kind", mapping.kind().name())
                .param("columns", key(columns))
                .param("targets", JSON.writeValueAsString(mapping.targets()))
                .param("zone", mapping.zone() == null ? null : mapping.zone().getId())
                .param("dates", mapping.dates() == null ? null : mapping.dates().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ColumnMapping mapping(ResultSet row, List<String> columns) throws SQLException {
        String zone = row.getString("zone");
        String dates = row.getString("date_order");
        return new ColumnMapping(
                FileKind.valueOf(row.getString("kind")),
                byColumn(JSON.readValue(row.getString("targets"), TARGETS), columns),
                zone == null ? null : zone(zone),
                dates == null ? null : DateOrder.valueOf(dates));
    }

    /** By this file's spellings and in its order: the last one may have written its columns otherwise. */
    private static Map<String, String> byColumn(Map<String, String> remembered, List<String> columns) {
        var inAnyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(remembered);
        var targets = new LinkedHashMap<String, String>();
        columns.forEach(column -> targets.put(column, inAnyCase.getOrDefault(column, ColumnMapping.LEAVE_OUT)));
        return targets;
    }

    private static @Nullable ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            // A zone that this Java doesn't know any more is asked for again.
            return null;
        }
    }

    /** In any case and any order they are the same columns, also where bad rows of such a file come back. */
    private static String key(List<String> columns) {
        String names = BadRowColumns.without(columns).stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .sorted()
                .reduce("", (all, one) -> all + "\n" + one);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
