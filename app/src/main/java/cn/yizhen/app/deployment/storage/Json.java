package cn.yizhen.app.deployment.storage;

import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Happening;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** How the model is spelt in the journal; the names here are kept for good. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Happening.class, Happenings.class)
            .addMixIn(Party.class, Parties.class)
            .addMixIn(UnitId.class, Id.class)
            .addMixIn(PostId.class, Id.class)
            .addMixIn(RowId.class, Id.class)
            .build();

    private Json() {}

    static String of(Happening what) {
        return MAPPER.writerFor(Happening.class).writeValueAsString(what);
    }

    static Happening happening(String json) {
        return MAPPER.readValue(json, Happening.class);
    }

    static String of(Row row) {
        return MAPPER.writeValueAsString(row);
    }

    static Row row(String json) {
        return MAPPER.readValue(json, Row.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Edit.Drafted.class, name = "drafted"),
        @JsonSubTypes.Type(value = Edit.Promoted.class, name = "promoted"),
        @JsonSubTypes.Type(value = Edit.Regraded.class, name = "regraded"),
        @JsonSubTypes.Type(value = Edit.Assigned.class, name = "assigned"),
        @JsonSubTypes.Type(value = Edit.Suspended.class, name = "suspended"),
        @JsonSubTypes.Type(value = Edit.DueDecided.class, name = "due-decided"),
        @JsonSubTypes.Type(value = Edit.DueConfirmed.class, name = "due-confirmed"),
        @JsonSubTypes.Type(value = Edit.Titled.class, name = "titled"),
        @JsonSubTypes.Type(value = Edit.Merged.class, name = "merged"),
        @JsonSubTypes.Type(value = Edit.Split.class, name = "split"),
        @JsonSubTypes.Type(value = Edit.Linked.class, name = "linked"),
        @JsonSubTypes.Type(value = Edit.Reworded.class, name = "reworded"),
        @JsonSubTypes.Type(value = Edit.Ordered.class, name = "ordered"),
        @JsonSubTypes.Type(value = Edit.ReadBack.class, name = "read-back"),
        @JsonSubTypes.Type(value = Edit.Undone.class, name = "undone"),
        @JsonSubTypes.Type(value = Step.ConsultationOpened.class, name = "consultation-opened"),
        @JsonSubTypes.Type(value = Step.Submitted.class, name = "submitted"),
        @JsonSubTypes.Type(value = Step.Approved.class, name = "approved"),
        @JsonSubTypes.Type(value = Step.Returned.class, name = "returned"),
        @JsonSubTypes.Type(value = Step.Issued.class, name = "issued"),
        @JsonSubTypes.Type(value = Step.TakenOver.class, name = "taken-over"),
        @JsonSubTypes.Type(value = Step.Adjusted.class, name = "adjusted"),
    })
    private interface Happenings {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Party.One.class, name = "one"),
        @JsonSubTypes.Type(value = Party.Group.class, name = "group"),
    })
    private interface Parties {}

    private abstract static class Id {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused")
        Id(UUID value) {}

        @JsonValue
        abstract UUID value();
    }
}
