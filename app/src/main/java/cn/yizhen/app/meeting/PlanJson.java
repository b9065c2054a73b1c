package cn.yizhen.app.meeting;

import cn.yizhen.rules.organisation.Bearer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How plans and minutes are kept: as JSON, a bearer by its key. */
final class PlanJson {

    static final JsonMapper MAPPER = JsonMapper.builder().addModule(new SimpleModule()
            .addSerializer(Bearer.class, new ByKey()).addDeserializer(Bearer.class, new FromKey())).build();

    private PlanJson() {}

    private static final class ByKey extends ValueSerializer<Bearer> {

        @Override
        public void serialize(Bearer bearer, JsonGenerator json, SerializationContext context) {
            json.writeString(bearer.key());
        }
    }

    private static final class FromKey extends ValueDeserializer<Bearer> {

        @Override
        public Bearer deserialize(JsonParser json, DeserializationContext context) {
            return Bearer.parse(json.getString()).orElseThrow(() -> new IllegalStateException("no bearer: " + json.getString()));
        }
    }
}
