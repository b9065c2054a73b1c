package cn.yizhen.app.duty;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;

/** What a bearer is called, as of the day or, if it is no more, as of its last one. */
record Called(Timeline timeline, LocalDate on) {

    String name(Bearer bearer) {
        Organisation organisation = timeline.on(lastSeen(bearer));
        return switch (bearer) {
            case Bearer.OfUnit(var id) -> organisation.unit(id).map(Unit::name).orElse("（已撤销单位）");
            case Bearer.OfPost(var id) -> organisation.post(id)
                    .map(post -> HeldPost.joined(shortName(organisation, post.unit()), titled(organisation, post))).orElse("（已撤销岗位）");
            case Bearer.OfBody(var id) -> organisation.body(id)
                    .map(body -> of(shortName(organisation, body.unit()), body.name())).orElse("（已撤销班子）");
            case Bearer.OfPerson(var id) -> organisation.person(id).map(Person::name).orElse("（已离任人员）");
        };
    }

    /** 副县长（分管农业农村）: what it is in charge of, where the unit has several posts of the title. */
    private static String titled(Organisation organisation, Post post) {
        boolean several = organisation.posts(post.unit()).stream().filter(other -> other.title().equals(post.title())).count() > 1;
        return post.title() + (!several ? "" : organisation.responsibilities(new Bearer.OfPost(post.id())).stream()
                .filter(line -> line.kind() == ResponsibilityKind.IN_CHARGE && line.over() == null).findFirst().map(line -> "（分管" + line.subject() + "）").orElse(""));
    }

    /** 青岚镇党委 says its unit already, and so does 中共云岭县委常务委员会. */
    private static String of(String unit, String body) {
        return body.contains(unit) ? body : unit + body;
    }

    private LocalDate lastSeen(Bearer bearer) {
        return timeline.lifeOf(bearer).map(Valid::until)
                .filter(until -> !until.isAfter(on))
                .map(until -> until.minusDays(1))
                .orElse(on);
    }

    private static String shortName(Organisation organisation, UnitId unit) {
        return organisation.unit(unit).map(Unit::shortName).orElse("");
    }
}
