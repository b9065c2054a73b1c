package cn.yizhen.app.organisation;

import static cn.yizhen.app.organisation.FactTable.ids;
import static cn.yizhen.app.organisation.FactTable.texts;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Channel;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.MembershipKind;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the organisation, each with what its columns mean. */
final class Tables {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private Tables() {}

    static final FactTable<Unit> UNITS = new FactTable<>("org_unit",
            List.of("unit uuid", "code text", "name text", "short_name text", "kind text", "parent uuid", "rank int", "attributes jsonb"),
            unit -> values("unit", unit.id().value(), "code", unit.code(), "name", unit.name(), "short_name", unit.shortName(),
                    "kind", unit.kind().word(), "parent", unit.parent() == null ? null : unit.parent().value(),
                    "rank", unit.rank(), "attributes", unit.attributes()),
            row -> new Unit(unitId(row, "unit"), row.getString("code"), row.getString("name"), row.getString("short_name"),
                    UnitKind.of(row.getString("kind")).orElseThrow(), optionalUnit(row, "parent"), row.getInt("rank"),
                    JSON.readValue(row.getString("attributes"), ATTRIBUTES)));

    /** Names are not here; {@link PersonNames} has them. */
    static final FactTable<PersonId> PERSONS = new FactTable<>("org_person", List.of("person uuid"),
            person -> values("person", person.value()), row -> personId(row));

    static final FactTable<Post> POSTS = new FactTable<>("org_post",
            List.of("post uuid", "code text", "unit uuid", "title text", "functions text[]", "rank int"),
            post -> values("post", post.id().value(), "code", post.code(), "unit", post.unit().value(), "title", post.title(),
                    "functions", post.functions().stream().sorted().toList(), "rank", post.rank()),
            row -> new Post(postId(row, "post"), row.getString("code"), unitId(row, "unit"), row.getString("title"),
                    Set.copyOf(texts(row, "functions")), row.getInt("rank")));

    static final FactTable<Holding> HOLDINGS = new FactTable<>("org_holding",
            List.of("person uuid", "post uuid", "kind text"),
            holding -> values("person", holding.person().value(), "post", holding.post().value(), "kind", holding.kind().name()),
            row -> new Holding(personId(row), postId(row, "post"), HoldingKind.valueOf(row.getString("kind"))));

    static final FactTable<Body> BODIES = new FactTable<>("org_body",
            List.of("body uuid", "unit uuid", "kind text", "name text", "rank int"),
            body -> values("body", body.id().value(), "unit", body.unit().value(), "kind", body.kind().word(),
                    "name", body.name(), "rank", body.rank()),
            row -> new Body(bodyId(row), unitId(row, "unit"), BodyKind.of(row.getString("kind")).orElseThrow(),
                    row.getString("name"), row.getInt("rank")));

    static final FactTable<Membership> MEMBERSHIPS = new FactTable<>("org_membership",
            List.of("person uuid", "body uuid", "kind text", "voting boolean"),
            membership -> values("person", membership.person().value(), "body", membership.body().value(),
                    "kind", membership.kind().name(), "voting", membership.voting()),
            row -> new Membership(personId(row), bodyId(row), MembershipKind.valueOf(row.getString("kind")), row.getBoolean("voting")));

    static final FactTable<MemberCount> COUNTS = new FactTable<>("org_member_count",
            List.of("body uuid", "full_members int", "probationary int", "voting int"),
            count -> values("body", count.body().value(), "full_members", count.full(),
                    "probationary", count.probationary(), "voting", count.voting()),
            row -> new MemberCount(bodyId(row), row.getInt("full_members"), row.getInt("probationary"), row.getInt("voting")));

    static final FactTable<Responsibility> RESPONSIBILITIES = new FactTable<>("org_responsibility",
            List.of("bearer text", "kind text", "subject text", "keywords text[]", "over_unit uuid", "substitute uuid", "basis text"),
            line -> values("bearer", line.bearer().key(), "kind", line.kind().name(), "subject", line.subject(),
                    "keywords", line.keywords(), "over_unit", line.over() == null ? null : line.over().value(),
                    "substitute", line.substitute() == null ? null : line.substitute().value(), "basis", line.basis()),
            row -> new Responsibility(Bearer.parse(row.getString("bearer")).orElseThrow(),
                    ResponsibilityKind.valueOf(row.getString("kind")), row.getString("subject"), texts(row, "keywords"),
                    optionalUnit(row, "over_unit"), optionalPost(row, "substitute"), row.getString("basis")));

    static final FactTable<Succession> SUCCESSIONS = new FactTable<>("org_succession",
            List.of("kind text", "predecessors uuid[]", "successors uuid[]", "basis text"),
            succession -> values("kind", succession.kind().name(), "predecessors", plain(succession.predecessors()),
                    "successors", plain(succession.successors()), "basis", succession.basis()),
            row -> new Succession(SuccessionKind.valueOf(row.getString("kind")), units(ids(row, "predecessors")),
                    units(ids(row, "successors")), row.getString("basis")));

    static final FactTable<Particular> PARTICULARS = new FactTable<>("org_particular",
            List.of("unit uuid", "sort text", "value text"),
            particular -> values("unit", particular.unit().value(), "sort", particular.sort().word(), "value", particular.value()),
            row -> new Particular(unitId(row, "unit"), Particular.Sort.of(row.getString("sort")).orElseThrow(), row.getString("value")));

    static final FactTable<Channel> CHANNELS = new FactTable<>("org_channel",
            List.of("channel uuid", "unit uuid", "kind text", "name text", "purpose text", "owner uuid", "reviewer uuid",
                    "fresh_days int", "dissolve_by date"),
            channel -> values("channel", channel.id(), "unit", channel.unit().value(), "kind", channel.kind().word(),
                    "name", channel.name(), "purpose", channel.purpose(), "owner", channel.owner().value(),
                    "reviewer", channel.reviewer() == null ? null : channel.reviewer().value(), "fresh_days", channel.freshDays(),
                    "dissolve_by", channel.dissolveBy() == null ? null : channel.dissolveBy().toString()),
            row -> new Channel(row.getObject("channel", UUID.class), unitId(row, "unit"), ChannelKind.of(row.getString("kind")).orElseThrow(),
                    row.getString("name"), row.getString("purpose"), postId(row, "owner"), optionalPost(row, "reviewer"),
                    row.getInt("fresh_days"), row.getObject("dissolve_by", LocalDate.class)));

    private static Map<String, @Nullable Object> values(@Nullable Object... columnsAndValues) {
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return values;
    }

    private static List<UUID> plain(Set<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().toList();
    }

    private static Set<UnitId> units(Collection<UUID> ids) {
        return ids.stream().map(UnitId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static UnitId unitId(ResultSet row, String column) throws SQLException {
        return new UnitId(row.getObject(column, UUID.class));
    }

    private static @Nullable UnitId optionalUnit(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private static PostId postId(ResultSet row, String column) throws SQLException {
        return new PostId(row.getObject(column, UUID.class));
    }

    private static @Nullable PostId optionalPost(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PostId(id);
    }

    private static PersonId personId(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person", UUID.class));
    }

    private static BodyId bodyId(ResultSet row) throws SQLException {
        return new BodyId(row.getObject("body", UUID.class));
    }
}
