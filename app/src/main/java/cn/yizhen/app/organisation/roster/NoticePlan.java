package cn.yizhen.app.organisation.roster;

import cn.yizhen.directives.charges.ChargeNotice;
import cn.yizhen.directives.charges.ProposedCharge;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a 领导分工通知 would change in the responsibility table of a day (通知比对). Proposals only: a person takes them, changes
 * them or leaves them.
 *
 * @param parts a part for each person of the notice, in its order
 */
public record NoticePlan(List<Part> parts) {

    /** Units a notice speaks of; a branch is none. */
    private static final Set<UnitKind> SPOKEN_OF = Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP, UnitKind.VILLAGE,
            UnitKind.COMMUNITY, UnitKind.PEOPLES_CONGRESS, UnitKind.CONSULTATIVE_CONFERENCE, UnitKind.ENTERPRISE, UnitKind.SCHOOL);

    /**
     * @param name   empty where the notice names the office alone
     * @param post   the post meant, or null where it has to be chosen
     * @param doubt  what to look at, empty for nothing
     * @param others lines of the post the notice does not name
     */
    public record Part(int number, String name, String title, @Nullable Post post, String doubt, List<Line> lines, List<Fact<Responsibility>> others) {

        /** Who is meant, as the notice calls them. */
        public String called() {
            return name.isEmpty() ? title : name;
        }
    }

    /**
     * @param number     unique in the plan
     * @param unit       the unit meant, or null where it is a subject
     * @param substitute the post of who steps in, for a line on the B角, or null where nobody of that name was found
     * @param known      whether the table says so already
     */
    public record Line(int number, ProposedCharge proposed, ResponsibilityKind kind, String subject, @Nullable Unit unit, @Nullable PostId substitute, boolean known) {

        public boolean substitutes() {
            return proposed.relation() == ProposedCharge.Relation.SUBSTITUTE;
        }
    }

    public NoticePlan {
        parts = List.copyOf(parts);
    }

    public static NoticePlan of(OrganisationHistory history, LocalDate day, ChargeNotice notice) {
        return new Matching(history, day).match(notice);
    }

    public List<Line> lines() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    /** Finds the posts and units a notice means. */
    private static final class Matching {

        private final OrganisationHistory history;
        private final LocalDate day;
        private final Organisation organisation;
        private int number;

        Matching(OrganisationHistory history, LocalDate day) {
            this.history = history;
            this.day = day;
            this.organisation = Known.on(day, history).organisation();
        }

        NoticePlan match(ChargeNotice notice) {
            var byPerson = notice.charges().stream().collect(Collectors.groupingBy(charge -> charge.person().isEmpty() ? charge.title() : charge.person(),
                    LinkedHashMap::new, Collectors.toList()));
            var parts = new ArrayList<Part>();
            byPerson.values().forEach(charges -> parts.add(part(parts.size(), charges.getFirst().person(), charges)));
            return new NoticePlan(parts);
        }

        private Part part(int index, String name, List<ProposedCharge> charges) {
            var title = charges.stream().map(ProposedCharge::title).filter(said -> !said.isEmpty()).findFirst().orElse("");
            var held = name.isEmpty() ? Optional.<Post>empty() : postOf(name, title);
            var post = held.or(() -> byTitle(title));
            var known = post.map(at -> ChargeChanges.standing(history, day, new Bearer.OfPost(at.id()))).orElse(List.of());
            var lines = charges.stream().map(charge -> line(charge, post.orElse(null), known)).toList();
            var others = known.stream().filter(fact -> lines.stream().noneMatch(line -> !line.substitutes() && saysSo(line, fact.value()))).toList();
            var doubt = post.isEmpty() ? (name.isEmpty() ? "名册里这个职务不止一个或者没有，请选岗位。" : "名册里没有找到这个人和这个职务，请选岗位。")
                    : held.isEmpty() && !name.isEmpty() ? "名册里这个岗位现在是" + holders(post.get()) + "，姓名与通知不一致；人换了的，请先办任免。" : "";
            return new Part(index, name, title, post.orElse(null), doubt, lines, others);
        }

        private Line line(ProposedCharge charge, @Nullable Post post, List<Fact<Responsibility>> known) {
            var unit = unit(charge.object());
            var subject = unit.map(Unit::shortName).orElseGet(() -> subject(charge.object()));
            var substitute = charge.relation() == ProposedCharge.Relation.SUBSTITUTE ? postOf(charge.object(), "").map(Post::id) : Optional.<PostId>empty();
            var line = new Line(number++, charge, kind(charge.relation()), subject, unit.orElse(null), substitute.orElse(null), false);
            boolean standing = post != null && known.stream().anyMatch(fact -> saysSo(line, fact.value()));
            return new Line(line.number(), charge, line.kind(), subject, line.unit(), line.substitute(), standing);
        }

        /** 统计工作 is 统计 where the table calls it so; 人才工作 stays what it is. */
        private String subject(String words) {
            var bare = words.replaceFirst("工作$", "");
            return !said(words) && said(bare) ? bare : words;
        }

        private boolean said(String subject) {
            return organisation.responsibilities().stream().anyMatch(line -> line.subject().equals(subject));
        }

        private static boolean saysSo(Line line, Responsibility known) {
            return ChargeChanges.same(new Responsibility(known.bearer(), line.kind(), line.subject(), List.of(),
                    line.unit() == null ? null : line.unit().id(), null, ""), known);
        }

        /** The leading post of the person of that name; of several, the one whose title the notice writes. */
        private Optional<Post> postOf(String name, String title) {
            var posts = organisation.persons().stream().filter(person -> person.name().equals(name)).map(Person::id)
                    .flatMap(person -> organisation.postsOf(person).stream()).map(Holding::post).flatMap(id -> organisation.post(id).stream())
                    .sorted(Comparator.comparing((Post post) -> !title.contains(post.title())).thenComparing(post -> !post.serves("leader"))).toList();
            return posts.stream().findFirst();
        }

        private Optional<Post> byTitle(String title) {
            var posts = leading().filter(post -> post.title().equals(title)).toList();
            return posts.size() == 1 ? Optional.of(posts.getFirst()) : Optional.empty();
        }

        private Stream<Post> leading() {
            return organisation.units().stream().flatMap(unit -> organisation.posts(unit.id()).stream()).filter(post -> post.serves("leader"));
        }

        private String holders(Post post) {
            var names = organisation.holders(post.id()).stream().flatMap(held -> organisation.person(held.person()).stream()).map(Person::name).toList();
            return names.isEmpty() ? "空缺" : String.join("、", names);
        }

        /** The unit of that full or short name, or the only one whose name ends so. */
        private Optional<Unit> unit(String words) {
            var units = organisation.units().stream().filter(unit -> SPOKEN_OF.contains(unit.kind())).toList();
            var exact = units.stream().filter(unit -> unit.name().equals(words) || unit.shortName().equals(words)).findFirst();
            if (exact.isPresent()) {
                return exact;
            }
            var ending = units.stream().filter(unit -> words.length() >= 3 && unit.name().endsWith(words.replaceFirst("^县", ""))).toList();
            return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
        }

        private static ResponsibilityKind kind(ProposedCharge.Relation relation) {
            return switch (relation) {
                case IN_CHARGE, SUBSTITUTE -> ResponsibilityKind.IN_CHARGE;
                case ASSISTS -> ResponsibilityKind.ASSISTS;
                case LIAISES -> ResponsibilityKind.LIAISES;
                case LOOKS_AFTER -> ResponsibilityKind.LOOKS_AFTER;
                case LEADS -> ResponsibilityKind.LEADS;
            };
        }
    }
}
