package cn.yizhen.app.desk;

import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who asks for something, and whom to call there. */
record Offices(Organisation organisation) {

    private static final String KEEPS = "keeps";

    /** The department that keeps the institution in this county; empty where none is named. */
    Optional<Unit> keeping(Institution institution) {
        Set<String> kinds = institution.records().stream().map(RecordKind::kind).collect(Collectors.toSet());
        return organisation.units().stream()
                .filter(unit -> unit.attributes().containsKey(KEEPS))
                .filter(unit -> Stream.of(unit.attributes().get(KEEPS).split(",")).anyMatch(kinds::contains))
                .findFirst();
    }

    /** 办公室主任王某; empty where no post is there to be called. */
    String contact(UnitId unit) {
        return Stream.of("contact", "office", "head")
                .flatMap(function -> organisation.posts(unit, function).stream())
                .filter(post -> !organisation.holders(post.id()).isEmpty())
                .findFirst()
                .map(post -> post.title() + holder(post))
                .orElse("");
    }

    String name(UnitId unit) {
        return organisation.unit(unit).map(Unit::shortName).orElse("");
    }

    private String holder(Post post) {
        List<String> names = organisation.holders(post.id()).stream()
                .flatMap(holding -> organisation.person(holding.person()).stream())
                .map(Person::name)
                .toList();
        return names.isEmpty() ? "" : names.getFirst();
    }
}
