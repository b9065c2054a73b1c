package cn.yizhen.rules.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeetingRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private final List<Fact<Unit>> units = new ArrayList<>();
    private final List<Fact<Person>> persons = new ArrayList<>();
    private final List<Fact<Post>> posts = new ArrayList<>();
    private final List<Fact<Holding>> holdings = new ArrayList<>();
    private final List<Fact<Responsibility>> lines = new ArrayList<>();
    private final UnitId county = unit("云岭县", UnitKind.COUNTY, null);
    private final UnitId government = unit("县政府", UnitKind.GOVERNMENT, county);
    private final PostId leader = held("副县长", government, "leader");
    private final UnitId finance = unit("财政局", UnitKind.DEPARTMENT, county);
    private final PostId head = held("局长", finance, "head");
    private final PostId budget = held("副局长甲", finance, "deputy");
    private final PostId treasury = held("副局长乙", finance, "deputy");
    private final PostId office = held("办公室主任", finance, "office");
    private final UnitId township = unit("甲镇", UnitKind.TOWNSHIP, county);
    private final PostId secretary = held("党委书记", township, "leader", "secretary", "head");
    private final PostId deputy = held("副镇长", township, "leader");
    private final UnitId village = unit("一村", UnitKind.VILLAGE, township);
    private final PostId director = held("村民委员会主任", village, "director", "head");
    private final PostId clerk = held("村文书", village, "recorder", "contact", "office");

    @Nested
    @DisplayName("请谁")
    class WhoIsAsked {

        @Test
        @DisplayName("分工表里分管这件事的副职排在别的副职前面")
        void theTableComesFirst() {
            line(treasury, "国库资金拨付", null);
            assertThat(proposed("年底资金拨付，国库资金拨付进度", finance)).containsExactly(treasury);
        }

        @Test
        @DisplayName("分工表没有写的请副职，乡镇请不是书记的领导，村里请文书")
        void aDeputyByDefault() {
            assertThat(proposed("防汛", finance, township, village)).containsExactly(budget, deputy, clerk);
        }

        @Test
        @DisplayName("一把手分管的也不自动请一把手")
        void neverAHead() {
            line(head, "全面工作", null);
            assertThat(proposed("全面工作", finance)).containsExactly(budget);
        }

        @Test
        @DisplayName("副职由主要负责人自己兼着的，不算副职")
        void aDeputyPostHeldByTheHeadIsNoDeputy() {
            var lonely = unit("小局", UnitKind.DEPARTMENT, county);
            var first = held("局长", lonely, "head");
            holds(personOf(first), post("副局长", lonely, "deputy"));
            var proposal = new Attendees(organisation()).propose("防汛", List.of(lonely));
            assertThat(proposal.seats()).isEmpty();
            assertThat(proposal.nobody()).extracting(Unit::name).containsExactly("小局");
        }

        @Test
        @DisplayName("一个人在两个单位都会被请的，只请一次，另一个单位请别人")
        void onePersonSitsOnce() {
            holds(personOf(budget), post("副镇长（挂职）", township, "deputy"));
            assertThat(proposed("防汛", finance, township)).containsExactly(budget, deputy);
        }

        @Test
        @DisplayName("分管这件事的县领导按分工表找")
        void theLeaderInCharge() {
            assertThat(new Attendees(organisation()).leader("防汛")).isEmpty();
            line(leader, "防汛抗旱", null);
            assertThat(new Attendees(organisation()).leader("部署防汛抗旱工作").orElseThrow().bearer()).isEqualTo(new Bearer.OfPost(leader));
        }
    }

    @Nested
    @DisplayName("电话单上找谁")
    class WhoIsRungUp {

        @Test
        @DisplayName("有联络、办公室、记录岗位的，找它")
        void whoeverKeepsTheContacts() {
            assertThat(rungUp(finance)).containsExactly(finance, office);
            assertThat(rungUp(village)).containsExactly(village, clerk);
        }

        @Test
        @DisplayName("政府自己没有的，找它的办公室，按全称或者简称认；别的办公室不认")
        void theOfficeOfAGovernment() {
            unit("县政府采购办公室", UnitKind.DEPARTMENT, county);
            assertThat(rungUp(government)).containsExactly(government, leader);
            var offices = unit("县政府办公室", UnitKind.DEPARTMENT, county);
            held("主任", offices, "head");
            var clerks = held("综合股股长", offices, "contact");
            assertThat(rungUp(government)).containsExactly(offices, clerks);
        }

        @Test
        @DisplayName("都没有的，主要负责人排在最后")
        void aHeadIsTheLast() {
            assertThat(rungUp(township)).containsExactly(township, deputy);
            var small = unit("小局", UnitKind.DEPARTMENT, county);
            assertThat(new Contacts(organisation()).of(organisation().unit(small).orElseThrow())).isEmpty();
            var only = held("局长", small, "head");
            assertThat(rungUp(small)).containsExactly(small, only);
        }

        private List<Object> rungUp(UnitId unit) {
            var contact = new Contacts(organisation()).of(organisation().unit(unit).orElseThrow()).orElseThrow();
            return List.of(contact.unit().id(), contact.post().id());
        }
    }

    @Nested
    @DisplayName("名单能不能用")
    class Invitations {

        @Test
        @DisplayName("请主要负责人没有写理由的退回，写了就行")
        void aHeadNeedsAGround() {
            assertThat(codes(new Invitation(List.of(seat(head, finance)), organisation()).faults())).containsExactly("head-without-ground");
            var seat = new Seat(new Bearer.OfPost(head), finance, Capacity.ATTENDS, "", "签责任书");
            assertThat(new Invitation(List.of(seat), organisation()).faults()).isEmpty();
        }

        @Test
        @DisplayName("一肩挑的占了两席，退回并说出是哪两席")
        void twoSeatsOfOnePerson() {
            var second = post("网格长", village, "grid");
            holds(personOf(clerk), second);
            var faults = new Invitation(List.of(seat(clerk, village), seat(second, village)), organisation()).faults();
            assertThat(codes(faults)).containsExactly("two-seats-one-person");
            assertThat(faults.getFirst().text()).contains("一村村文书、一村网格长");
        }

        @Test
        @DisplayName("没有人的、列了两次的，一次说全")
        void nobodyAndTwice() {
            assertThat(codes(new Invitation(List.of(), organisation()).faults())).containsExactly("meeting-without-seats");
            assertThat(codes(new Invitation(List.of(seat(budget, finance), seat(budget, finance)), organisation()).faults())).containsExactly("seat-twice");
        }
    }

    @Nested
    @DisplayName("委派")
    class Delegating {

        private final List<Seat> seats = List.of(seat(budget, finance), seat(deputy, township));

        @Test
        @DisplayName("委派本单位没有席位的一位，可以")
        void oneOfTheUnit() {
            assertThat(faults(Map.of(), budget, office)).isEmpty();
        }

        @Test
        @DisplayName("一席委派两人、没有选人、选了本人、选了别的单位的人")
        void whatCannotBe() {
            assertThat(faults(Map.of(), budget, office, treasury)).containsExactly("two-substitutes");
            assertThat(faults(Map.of(), budget)).containsExactly("substitute-missing");
            assertThat(faults(Map.of(), budget, budget)).containsExactly("substitute-is-self");
            assertThat(faults(Map.of(), budget, clerk)).containsExactly("substitute-elsewhere");
        }

        @Test
        @DisplayName("自己有席位的、已经替别人的，不能再替")
        void whoHasASeatOrStandsIn() {
            var both = List.of(seat(budget, finance), seat(treasury, finance));
            assertThat(codes(new Substitution(both, Map.of(), organisation()).faults(both.getFirst(), List.of(treasury), budget))).containsExactly("substitute-has-seat");
            assertThat(codes(new Substitution(both, Map.of(both.getLast().key(), office), organisation()).faults(both.getFirst(), List.of(office), budget)))
                    .containsExactly("substitute-taken");
        }

        @Test
        @DisplayName("受委派的不能再委派")
        void noFurtherThanOnce() {
            var sent = new Substitution(seats, Map.of(seats.getFirst().key(), office), organisation());
            assertThat(codes(sent.faults(seats.getFirst(), List.of(treasury), office))).containsExactly("substitute-of-substitute");
            assertThat(sent.faults(seats.getFirst(), List.of(treasury), budget)).isEmpty();
        }

        @Test
        @DisplayName("班子成员不能委派")
        void membersCome() {
            var member = new Seat(new Bearer.OfPost(budget), finance, Capacity.MEMBER, "", "");
            assertThat(codes(new Substitution(List.of(member), Map.of(), organisation()).faults(member, List.of(office), budget))).containsExactly("member-not-represented");
        }

        private List<String> faults(Map<String, PostId> standing, PostId whose, PostId... named) {
            var seat = seats.stream().filter(one -> one.bearer().equals(new Bearer.OfPost(whose))).findFirst().orElseThrow();
            return codes(new Substitution(seats, standing, organisation()).faults(seat, List.of(named), whose));
        }
    }

    @Nested
    @DisplayName("座次")
    class WhereTheySit {

        @Test
        @DisplayName("按建制顺序，单位内按职务；列席的在最后")
        void inOrder() {
            var sitsIn = new Seat(new Bearer.OfPost(leader), government, Capacity.SITS_IN, "", "");
            assertThat(Seating.ordered(List.of(seat(clerk, village), sitsIn, seat(treasury, finance), seat(budget, finance)), organisation()))
                    .extracting(seat -> seat.bearer()).containsExactly(new Bearer.OfPost(budget), new Bearer.OfPost(treasury), new Bearer.OfPost(clerk),
                            new Bearer.OfPost(leader));
        }

        @Test
        @DisplayName("主席台：一号居中，二号在一号左手边（面向台上看的右边），三号在右手边；双数时一、二号同时居中")
        void onThePlatform() {
            assertThat(platform(5)).containsExactly(5, 3, 1, 2, 4);
            assertThat(platform(4)).containsExactly(3, 1, 2, 4);
            assertThat(platform(1)).containsExactly(1);
        }

        /** The platform of a large meeting with that many county leaders, as their order reads from the audience's left. */
        private List<Integer> platform(int leaders) {
            var seats = new ArrayList<Seat>();
            var order = new ArrayList<Bearer>();
            for (int i = 0; i < leaders; i++) {
                var post = held("县领导" + i + leaders, government, "leader");
                order.add(new Bearer.OfPost(post));
                seats.add(seat(post, government));
            }
            for (int i = 0; i < 20; i++) {
                seats.add(seat(held("职员" + i + leaders, finance, "staff"), finance));
            }
            return Seating.of(seats, "", 8, organisation()).platform().stream().map(seat -> order.indexOf(seat.bearer()) + 1).toList();
        }
    }

    @Nested
    @DisplayName("到会和计票")
    class Counting {

        @Test
        @DisplayName("工作会：代会的算来了一位；列席的不算")
        void aWorkingMeeting() {
            var seats = List.of(seat(budget, finance), seat(deputy, township), seat(clerk, village), new Seat(new Bearer.OfPost(leader), government, Capacity.SITS_IN, "", ""));
            var turnout = Turnout.of(seats, Map.of(seats.get(0).key(), Attended.PRESENT, seats.get(1).key(), Attended.REPRESENTED, seats.get(3).key(), Attended.PRESENT));
            assertThat(turnout).isEqualTo(new Turnout(3, 1, 1, 1));
            assertThat(turnout.came()).isEqualTo(2);
        }

        @Test
        @DisplayName("班子的会：只数成员，参会的旁人再多也不顶法定人数")
        void aBody() {
            var member = new Seat(new Bearer.OfPost(budget), finance, Capacity.MEMBER, "", "");
            var seats = List.of(member, seat(deputy, township), seat(clerk, village));
            assertThat(Turnout.of(seats, Map.of(seats.get(1).key(), Attended.PRESENT, seats.get(2).key(), Attended.PRESENT))).isEqualTo(new Turnout(1, 0, 0, 2));
        }

        @Test
        @DisplayName("到会先照会议室里看到的和回执建议：看到的算到会，委派的算代会，都没有的算未到")
        void proposed() {
            var seat = seat(budget, finance);
            assertThat(Turnout.proposed(seat, null, Set.of(seat.key()), false)).isEqualTo(Attended.PRESENT);
            assertThat(Turnout.proposed(seat, Answer.EXCUSED, Set.of(seat.key()), false)).isEqualTo(Attended.PRESENT);
            assertThat(Turnout.proposed(seat, Answer.DELEGATES, Set.of(seat.key()), false)).isEqualTo(Attended.REPRESENTED);
            assertThat(Turnout.proposed(seat, null, Set.of(), false)).isEqualTo(Attended.ABSENT);
        }

        @Test
        @DisplayName("分会场的屏幕接通了：没有回执的建议到会，请假的还是未到，委派的还是代会")
        void aVenueWasReached() {
            var seat = seat(budget, finance);
            assertThat(Turnout.proposed(seat, null, Set.of(), true)).isEqualTo(Attended.PRESENT);
            assertThat(Turnout.proposed(seat, Answer.EXCUSED, Set.of(), true)).isEqualTo(Attended.ABSENT);
            assertThat(Turnout.proposed(seat, Answer.DELEGATES, Set.of(), true)).isEqualTo(Attended.REPRESENTED);
        }

        @Test
        @DisplayName("两名计票人数得一样、加起来等于收回的，才算数")
        void twoTellers() {
            assertThat(ballot("对食堂满意吗", 20, 20, 1, List.of(15, 4), List.of(15, 4)).faults(20)).isEmpty();
            assertThat(codes(ballot("对食堂满意吗", 20, 20, 1, List.of(15, 4), List.of(14, 5)).faults(20))).containsExactly("tellers-differ");
            assertThat(codes(ballot("对食堂满意吗", 20, 20, 0, List.of(15, 4), List.of(15, 4)).faults(20))).containsExactly("ballot-does-not-add-up");
            assertThat(codes(ballot("对食堂满意吗", 21, 22, 3, List.of(15, 4), List.of(15, 4)).faults(20))).containsExactly("ballot-too-many-papers", "ballot-more-returned");
        }

        @Test
        @DisplayName("选举、任免、接收、处分不在这里计票")
        void neverElections() {
            for (var about : List.of("选举村监会主任", "任免股长", "接收预备党员", "给予处分", "罢免代表", "提名人选")) {
                assertThat(codes(ballot(about, 2, 2, 0, List.of(1, 1), List.of(1, 1)).faults(2))).as(about).containsExactly("ballot-not-here");
            }
        }

        private static Ballot ballot(String about, int handedOut, int returned, int invalid, List<Integer> first, List<Integer> second) {
            return new Ballot(Ballot.Purpose.POLL, about, List.of("满意", "不满意"), handedOut, returned, invalid, first, second);
        }
    }

    @Nested
    @DisplayName("用多少时间")
    class Time {

        private final Price.Table table = new Price.Table(Map.of(township, new Distance(30_000, 40), village, new Distance(42_500, 60)), Map.of(village, new Distance(12_500, 20)));
        private final List<Seat> seats = List.of(seat(budget, finance), seat(deputy, township), seat(clerk, village));

        @Test
        @DisplayName("都到主会场：路上来回都算；县城里的单位不算路")
        void everybodyTravels() {
            assertThat(Price.of(seats, 90, Venue.MAIN, table, organisation()))
                    .isEqualTo(new Price(3, 270, new Distance(145_000, 200), Distance.NONE, List.of()));
        }

        @Test
        @DisplayName("乡镇分会场：村里到镇上，省的是从镇到县的那一段")
        void asFarAsTheTownship() {
            assertThat(Price.of(seats, 90, Venue.TOWNSHIP, table, organisation()))
                    .isEqualTo(new Price(3, 270, new Distance(25_000, 40), new Distance(120_000, 160), List.of()));
        }

        @Test
        @DisplayName("各在本单位：一步也不用走")
        void nobodyTravels() {
            assertThat(Price.of(seats, 90, Venue.OWN, table, organisation()).saved()).isEqualTo(new Distance(145_000, 200));
        }

        @Test
        @DisplayName("里程表里没有的不猜，列出来")
        void whatIsNotKnown() {
            assertThat(Price.of(seats, 90, Venue.MAIN, Price.Table.EMPTY, organisation()).unknown()).containsExactly("甲镇", "一村");
        }
    }

    private List<PostId> proposed(String topic, UnitId... asked) {
        return new Attendees(organisation()).propose(topic, List.of(asked)).seats().stream().map(seat -> ((Bearer.OfPost) seat.bearer()).post()).toList();
    }

    private static Seat seat(PostId post, UnitId unit) {
        return new Seat(new Bearer.OfPost(post), unit, Capacity.ATTENDS, "", "");
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private Organisation organisation() {
        return new OrganisationHistory(units, persons, posts, holdings, List.of(), List.of(), List.of(), lines, List.of()).asOf(AsOf.on(DAY));
    }

    private UnitId unit(String name, UnitKind kind, @Nullable UnitId parent) {
        var id = new UnitId(UUID.randomUUID());
        units.add(fact(new Unit(id, name, name, name, kind, parent, units.size(), Map.of())));
        return id;
    }

    private PostId post(String title, UnitId unit, String... functions) {
        var id = new PostId(UUID.randomUUID());
        posts.add(fact(new Post(id, title + posts.size(), unit, title, Set.of(functions), posts.size())));
        return id;
    }

    private PostId held(String title, UnitId unit, String... functions) {
        var id = post(title, unit, functions);
        var person = new PersonId(UUID.randomUUID());
        persons.add(fact(new Person(person, title + "某")));
        holds(person, id);
        return id;
    }

    private void holds(PersonId person, PostId post) {
        holdings.add(fact(new Holding(person, post, HoldingKind.HOLDS)));
    }

    private PersonId personOf(PostId post) {
        return holdings.stream().map(Fact::value).filter(holding -> holding.post().equals(post)).findFirst().orElseThrow().person();
    }

    private void line(PostId bearer, String subject, @Nullable PostId substitute) {
        lines.add(fact(new Responsibility(new Bearer.OfPost(bearer), ResponsibilityKind.IN_CHARGE, subject, List.of(), null, substitute, "某文件")));
    }

    private static <T> Fact<T> fact(T value) {
        return Fact.noted(UUID.randomUUID(), value, Valid.from(DAY), 1);
    }
}
