package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.crypto.Vault;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Names of persons, sealed at rest; the row policies decide whose are read. */
@Component
@DependsOn("personKeys")
class PersonNames {

    /** What stands for the name of somebody who belongs to a body and holds no post. */
    static final String MEMBER = "（成员）";

    /** What stands for a name that was erased. */
    static final String ERASED = "已删除";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ids ids;
    private final Vault vault;

    PersonNames(Ids ids, Vault vault) {
        this.ids = ids;
        this.vault = vault;
    }

    /** Where a person's name belongs, and whether the person holds a post. */
    record Place(UnitId unit, boolean official) {}

    void note(Writing writing, Collection<Person> persons, Map<PersonId, Place> places) {
        var hex = HexFormat.of();
        var rows = persons.stream().map(person -> {
            var key = vault.newKey();
            var place = places.get(person.id());
            return Map.of("id", ids.next(), "person", person.id().value(), "unit", place.unit().value(),
                    "official", place.official(), "secret", hex.formatHex(key),
                    "sealed", hex.formatHex(vault.seal(key, person.name())));
        }).toList();
        writing.sql().sql("""
                with rows as (
                  select * from jsonb_to_recordset(cast(:rows as jsonb))
                    as r(id uuid, person uuid, unit uuid, official boolean, secret text, sealed text)),
                keys as (
                  insert into person_key (person, county, secret)
                  select person, :county, decode(secret, 'hex') from rows)
                insert into person_data (id, county, act, person, unit, official, sealed)
                select id, :county, :act, person, unit, official, decode(sealed, 'hex') from rows
                """)
                .param("rows", JSON.writeValueAsString(rows))
                .param("county", writing.scope().county())
                .param("act", writing.act())
                .update();
    }

    /** Somebody who was only a member takes a post, and is from then on named on pages. */
    void makeOfficial(Writing writing, Map<PersonId, PostId> appointed, Map<PostId, UnitId> unitOf) {
        appointed.forEach((person, post) -> writing.sql().sql("""
                insert into person_data (id, county, act, person, unit, official, sealed)
                select :id, county, :act, person, :unit, true, sealed from person_data d
                where person = :person and not exists (select from person_data o where o.person = :person and o.official)
                order by id desc limit 1
                """)
                .param("id", ids.next())
                .param("act", writing.act())
                .param("unit", unitOf.get(post).value())
                .param("person", person.value())
                .update());
    }

    /** A name was noted wrongly, or somebody took another one. */
    void rename(Writing writing, Person person) {
        writing.sql().sql("select secret from person_key where person = ?").param(person.id().value()).query(byte[].class).optional()
                .ifPresent(key -> writing.sql().sql("""
                        insert into person_data (id, county, act, person, unit, official, sealed)
                        select :id, county, :act, person, unit, (select bool_or(official) from person_data where person = :person), :sealed
                        from person_data where person = :person order by id desc limit 1
                        """)
                        .param("id", ids.next())
                        .param("act", writing.act())
                        .param("person", person.id().value())
                        .param("sealed", vault.seal(key, person.name()))
                        .update());
    }

    /** Destroys the key, after which nobody reads the name again; the tombstone with its ground stays. */
    void erase(Writing writing, PersonId person, String ground, LocalDate day) {
        writing.sql().sql("insert into person_erasure (person, county, act, ground, day) values (?, ?, ?, ?, ?)")
                .params(person.value(), writing.scope().county(), writing.act(), ground, day).update();
        writing.sql().sql("delete from person_key where person = ?").param(person.value()).update();
    }

    /** The names of all who hold or held a post; 已删除 for whoever was erased. */
    Map<PersonId, String> officials(JdbcClient sql) {
        var names = new HashMap<PersonId, String>();
        sql.sql("""
                select d.person, d.sealed, k.secret from person_data d join person_key k using (person)
                where d.official order by d.id
                """)
                .query((RowCallbackHandler) row -> open(row, names));
        sql.sql("select person from person_erasure").query(UUID.class).list()
                .forEach(person -> names.put(new PersonId(person), ERASED));
        return names;
    }

    private void open(ResultSet row, Map<PersonId, String> names) throws SQLException {
        names.put(new PersonId(row.getObject("person", UUID.class)), vault.open(row.getBytes("secret"), row.getBytes("sealed")));
    }

    /** The names of these persons as far as the reader may see them. */
    Map<PersonId, String> of(JdbcClient sql, Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<PersonId, String>();
        sql.sql("""
                select d.person, d.sealed, k.secret from person_data d join person_key k using (person)
                where d.person = any(:persons) order by d.id
                """)
                .param("persons", keys(persons))
                .query((RowCallbackHandler) row -> open(row, names));
        sql.sql("select person from person_erasure where person = any(:persons)").param("persons", keys(persons)).query(UUID.class).list()
                .forEach(person -> names.put(new PersonId(person), ERASED));
        return names;
    }

    private static UUID[] keys(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
