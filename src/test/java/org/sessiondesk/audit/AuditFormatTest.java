package org.sessiondesk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The written format and the code say the same; the vectors were made by another program. */
class AuditFormatTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void the_writer_makes_the_bytes_of_every_vector() throws Exception {
        for (JsonNode vector : vectors()) {
            JsonNode given = vector.get("given");
            Map<String, byte[]> hashes = new TreeMap<>();
            for (String name : given.get("texts").propertyNames()) {
                JsonNode text = given.get("texts").get(name);
                hashes.put(
                        name,
                        EntryBytes.hash(
                                HEX.parseHex(text.get("salt").stringValue()),
                                text.get("text").stringValue().getBytes(UTF_8)));
            }
            byte[] bytes =
                    EntryBytes.of(fact(given), Instant.parse(given.get("at").stringValue()), hashes);
            assertThat(new String(bytes, UTF_8)).isEqualTo(vector.get("bytes").stringValue());
        }
    }

    @Test
    void the_reader_reads_back_what_every_vector_was_made_of() throws Exception {
        for (JsonNode vector : vectors()) {
            Fact given = fact(vector.get("given"));
            EntryReader.Content read =
                    EntryReader.read(vector.get("bytes").stringValue().getBytes(UTF_8));
            assertThat(read.action()).isEqualTo(given.action());
            assertThat(read.actor()).isEqualTo(given.actor());
            assertThat(read.subjects()).isEqualTo(given.subjects());
            assertThat(read.details()).isEqualTo(given.details());
            assertThat(read.textHashes().keySet()).isEqualTo(given.texts().keySet());
        }
    }

    @Test
    void leaves_and_chain_follow_from_the_bytes() throws Exception {
        byte[] chain = new byte[32];
        for (JsonNode vector : vectors()) {
            byte[] leaf =
                    sha256(new byte[] {0}, vector.get("bytes").stringValue().getBytes(UTF_8));
            chain = sha256(chain, leaf);
            assertThat(HEX.formatHex(leaf)).isEqualTo(vector.get("leaf").stringValue());
            assertThat(HEX.formatHex(chain)).isEqualTo(vector.get("chain").stringValue());
        }
    }

    @Test
    void the_document_quotes_the_vectors() throws Exception {
        assertThat(Files.readString(Path.of("docs/audit-format.md"))).contains(vectorFile());
    }

    @Test
    void bytes_of_another_form_are_refused() throws Exception {
        String good = vectors().getFirst().get("bytes").stringValue();
        List<String> others = List.of(
                "",
                "no json",
                "[]",
                good.replace("\"v\":1", "\"v\":2"),
                good.replace("\"v\":1", "\"v\":1.0"),
                good.replace("{\"action\"", "{\"action\":\"account.none\",\"action\""),
                good.replace("\"v\":1", "\"v\":1,\"w\":1"),
                good.replace("\"details\":{}", "\"details\":[]"),
                good.replace("\"kind\":\"person\"", "\"kind\":\"ghost\""),
                good.replace(".000000Z", "Z"),
                good + "{}");
        for (String other : others) {
            assertThatThrownBy(() -> EntryReader.read(other.getBytes(UTF_8)))
                    .as(other)
                    .isInstanceOf(EntryReader.Unreadable.class);
        }
    }

    private static Fact fact(JsonNode given) {
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode subject : given.get("subjects").values()) {
            subjects.add(new Subject(
                    subject.get("kind").stringValue(), subject.get("id").stringValue()));
        }
        Map<String, String> texts = new TreeMap<>();
        for (String name : given.get("texts").propertyNames()) {
            texts.put(name, given.get("texts").get(name).get("text").stringValue());
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> details = JSON.treeToValue(given.get("details"), Map.class);
        return new Fact(given.get("action").stringValue(), actor(given.get("actor")), subjects, details, texts);
    }

    private static Actor actor(JsonNode actor) {
        return switch (actor.get("kind").stringValue()) {
            case "person" -> Actor.person(UUID.fromString(actor.get("id").stringValue()));
            case "ontime" -> Actor.onTime();
            default -> Actor.system();
        };
    }

    private static List<JsonNode> vectors() throws Exception {
        return List.copyOf(JSON.readTree(vectorFile()).values());
    }

    private static String vectorFile() throws Exception {
        return Files.readString(Path.of("src/test/resources/audit/vectors.json"));
    }

    private static byte[] sha256(byte[] first, byte[] second) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(first);
        return digest.digest(second);
    }
}
