package cn.yizhen.app.institution;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.institution.InstitutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The county's own institutions and their adoptions, as rows; nothing is ever changed. */
@Component
class LocalInstitutions {

    private final Ids ids;

    LocalInstitutions(Ids ids) {
        this.ids = ids;
    }

    /** The newest adoption of each as an act knew it. */
    Map<InstitutionId, Adoption> adoptions(JdbcClient sql, long known) {
        var adoptions = new LinkedHashMap<InstitutionId, Adoption>();
        sql.sql("""
                select a.institution, a.version, a.paper, a.valid_from, a.adopted_by, a.adopted_on
                from local_institution_adoption a left join act_order o on o.act = a.act
                where coalesce(o.number, 9223372036854775807) <= :known order by a.id
                """)
                .param("known", known)
                .query(row -> {
                    var institution = new InstitutionId(row.getString(1));
                    adoptions.put(institution, new Adoption(institution, row.getObject(2, UUID.class), row.getString(3),
                            row.getObject(4, LocalDate.class), row.getString(5), row.getObject(6, LocalDate.class)));
                });
        return adoptions;
    }

    Optional<LocalVersion> version(JdbcClient sql, UUID id) {
        return sql.sql("select * from local_institution where id = ?").param(id).query((row, _) -> read(row)).optional();
    }

    /** Every version of one, the newest first. */
    List<LocalVersion> versions(JdbcClient sql, InstitutionId institution) {
        return sql.sql("select * from local_institution where institution = ? order by id desc").param(institution.value())
                .query((row, _) -> read(row)).list();
    }

    /** The newest version of each, adopted or not, in the order they were begun. */
    List<LocalVersion> newest(JdbcClient sql) {
        var newest = new LinkedHashMap<InstitutionId, LocalVersion>();
        sql.sql("select * from local_institution order by id").query((row, _) -> read(row)).list()
                .forEach(version -> newest.put(version.institution(), version));
        return List.copyOf(newest.values());
    }

    void save(Writing writing, InstitutionId institution, String text, String cases, String by) {
        writing.sql().sql("""
                insert into local_institution (id, county, act, institution, text, cases, saved_by, saved_on)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), institution.value(), text, cases, by,
                        writing.scope().asOf().on())
                .update();
    }

    void adopt(Writing writing, Adoption adoption) {
        writing.sql().sql("""
                insert into local_institution_adoption (id, county, act, institution, version, paper, valid_from, adopted_by, adopted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), adoption.institution().value(), adoption.version(),
                        adoption.paper(), adoption.from(), adoption.adoptedBy(), adoption.adoptedOn())
                .update();
    }

    private static LocalVersion read(ResultSet row) throws SQLException {
        return new LocalVersion(row.getObject("id", UUID.class), new InstitutionId(row.getString("institution")), row.getString("text"),
                row.getString("cases"), row.getString("saved_by"), row.getObject("saved_on", LocalDate.class));
    }
}
