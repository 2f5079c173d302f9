package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, and whether answers are as it says: as much of JSON Schema as it uses. */
final class DescribedApi {

    private final JsonNode document;

    DescribedApi(JsonNode document) {
        this.document = document;
    }

    List<String> addresses() {
        return List.copyOf(document.get("paths").propertyNames());
    }

    List<String> rules() {
        return document.at("/components/schemas/Finding/properties/rule/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Programs made from it, which check what they read, must not break over a member that is added. */
    boolean isOpenForMembersToCome() {
        return document.findValues("additionalProperties").isEmpty();
    }

    /** The headers of one of the answers without data. */
    List<String> headers(String response) {
        return List.copyOf(
                document.at("/components/responses/" + response + "/headers").propertyNames());
    }

    /** Each of an array's elements. */
    void check(String schema, JsonNode answer) {
        var described = document.at("/components/schemas/" + schema);
        assertThat(answer.isArray()).isTrue();
        assertThat(answer.isEmpty()).isFalse();
        answer.valueStream().forEach(element -> object(described, element));
    }

    private static void object(JsonNode schema, JsonNode element) {
        schema.get("required")
                .valueStream()
                .forEach(name -> assertThat(element.has(name.asString()))
                        .as("%s in %s", name, element)
                        .isTrue());
        element.propertyNames().forEach(name -> {
            var member = schema.get("properties").get(name);
            assertThat(member).as("%s is described", name).isNotNull();
            assertThat(fits(member, element.get(name)))
                    .as("%s is %s, described by %s", name, element.get(name), member)
                    .isTrue();
        });
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        if (schema.has("anyOf")) {
            return schema.get("anyOf").valueStream().anyMatch(one -> fits(one, value));
        }
        var type = schema.get("type");
        boolean ofType = type.isArray()
                ? type.valueStream().anyMatch(one -> isA(one.asString(), value))
                : isA(type.asString(), value);
        if (!ofType || value.isNull()) {
            return ofType;
        }
        return (!schema.has("enum") || schema.get("enum").valueStream().anyMatch(value::equals))
                && (!schema.has("pattern")
                        || value.asString().matches(schema.get("pattern").asString()))
                && (!schema.has("minimum")
                        || value.asDouble() >= schema.get("minimum").asDouble())
                && (!schema.has("maximum")
                        || value.asDouble() <= schema.get("maximum").asDouble())
                && (!isGuid(schema) || value.asString().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    private static boolean isGuid(JsonNode schema) {
        return schema.has("format") && schema.get("format").asString().equals("uuid");
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
