package cn.yizhen.app.organisation;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.NotHeld;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Channel;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 本单位情况：届期、党员人数，账号和工作群. Open to read for everyone signed in; noted by the unit or whoever enters for it. */
@Controller
public class RegistryPages {

    private static final Set<UnitKind> WITH_TERMS = EnumSet.of(UnitKind.BRANCH, UnitKind.VILLAGE, UnitKind.YOUTH_BRANCH, UnitKind.TRADE_UNION,
            UnitKind.WOMENS_FEDERATION, UnitKind.PARTY_COMMITTEE);
    private static final Set<UnitKind> WITH_MEMBERS = EnumSet.of(UnitKind.ENTERPRISE, UnitKind.COOPERATIVE, UnitKind.SCHOOL,
            UnitKind.PUBLIC_INSTITUTION, UnitKind.DEPARTMENT);
    private static final Set<UnitKind> WITH_CHANNELS = EnumSet.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP,
            UnitKind.VILLAGE, UnitKind.COMMUNITY, UnitKind.SCHOOL);
    private final Organisations organisations;
    private final Registry registry;
    private final Ids ids;

    RegistryPages(Organisations organisations, Registry registry, Ids ids) {
        this.organisations = organisations;
        this.registry = registry;
        this.ids = ids;
    }

    /**
     * A particular as it stands.
     *
     * @param value as printed, or empty where nothing is noted
     */
    public record Line(Particular.Sort sort, String value, String hint) {}

    /** A channel as it stands, in words. */
    public record ChannelLine(Channel channel, String owner, String reviewer, boolean past) {}

    /** Somebody to choose. */
    public record Choice(String id, String name) {}

    /**
     * @param base  where the forms are sent, or null for whoever only reads
     * @param typed what was typed for a new channel and not taken, by field; empty otherwise
     */
    public record Sheet(Unit unit, List<Line> lines, List<ChannelLine> channels, boolean mayHaveChannels, List<Choice> posts,
            @Nullable String base, UUID key, List<Reason> reasons, Map<String, String> typed) {

        /** What was typed in a field, or "". */
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/register")
    String page(Scope scope, @RequestParam UnitId unit, Model model) {
        return show(scope, unit, List.of(), Map.of(), model);
    }

    @PostMapping("/posts/{post}/register/{unit}/particulars/{sort}")
    String set(Scope scope, @PathVariable UnitId unit, @PathVariable String sort, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String value, Model model, HttpServletResponse response) {
        var known = Particular.Sort.of(sort).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        require(scope, unit);
        return answer(scope, unit, registry.set(scope, key, new Particular(unit, known, value.strip())), Map.of(known.word(), value), model, response);
    }

    @PostMapping("/posts/{post}/register/{unit}/channels")
    String register(Scope scope, @PathVariable UnitId unit, @RequestParam UUID key, @RequestParam String kind,
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String purpose, @RequestParam String owner,
            @RequestParam(defaultValue = "") String reviewer, @RequestParam(defaultValue = "") String dissolveBy,
            @RequestParam(defaultValue = "") String freshDays, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        require(scope, unit);
        var known = ChannelKind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<LocalDate> last = day(dissolveBy);
        if (!dissolveBy.isBlank() && last.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(scope, unit, List.of(Reason.of("day-unreadable", "“" + dissolveBy + "”不是日期。", "从日历里选一天；长期用的不填。")), typed, model);
        }
        var channel = new Channel(ids.next(), unit, known, name.strip(), purpose.strip(), PostId.of(owner),
                known.published() && !reviewer.isBlank() ? PostId.of(reviewer) : null, known.published() ? days(freshDays) : 0,
                known.published() ? null : last.orElse(null));
        return answer(scope, unit, registry.register(scope, key, channel), typed, model, response);
    }

    /** From today on it is to be updated at least so often; what was so before stays so for the days before. */
    @PostMapping("/posts/{post}/register/{unit}/channels/{channel}/interval")
    String interval(Scope scope, @PathVariable UnitId unit, @PathVariable UUID channel, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String freshDays, Model model, HttpServletResponse response) {
        require(scope, unit);
        var known = channel(scope, unit, channel);
        return answer(scope, unit, registry.register(scope, key, new Channel(known.id(), known.unit(), known.kind(), known.name(), known.purpose(), known.owner(),
                known.reviewer(), days(freshDays), known.dissolveBy())), Map.of(), model, response);
    }

    /** A group that is still needed gets another day; none means it stays. */
    @PostMapping("/posts/{post}/register/{unit}/channels/{channel}/dissolution")
    String dissolution(Scope scope, @PathVariable UnitId unit, @PathVariable UUID channel, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String dissolveBy, Model model, HttpServletResponse response) {
        require(scope, unit);
        var known = channel(scope, unit, channel);
        Optional<LocalDate> last = day(dissolveBy);
        if (known.kind().published() || !dissolveBy.isBlank() && last.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(scope, unit, List.of(known.kind().published() ? Reason.of("dissolve-no-group", "只有工作群有解散日期。", "账号不用了的，点“已注销”。")
                    : Reason.of("day-unreadable", "“" + dissolveBy + "”不是日期。", "从日历里选一天；长期用的空着。")), Map.of(), model);
        }
        return answer(scope, unit, registry.register(scope, key, new Channel(known.id(), known.unit(), known.kind(), known.name(), known.purpose(), known.owner(),
                null, 0, last.orElse(null))), Map.of(), model, response);
    }

    /** 0 for what is no number of days. */
    private static int days(String typed) {
        return typed.strip().matches("[1-9]\\d{0,2}") ? Integer.parseInt(typed.strip()) : 0;
    }

    @PostMapping("/posts/{post}/register/{unit}/channels/{channel}/end")
    String end(Scope scope, @PathVariable UnitId unit, @PathVariable UUID channel, @RequestParam UUID key, Model model, HttpServletResponse response) {
        require(scope, unit);
        return answer(scope, unit, registry.end(scope, key, channel(scope, unit, channel)), Map.of(), model, response);
    }

    private Channel channel(Scope scope, UnitId unit, UUID id) {
        return organisations.asOf(scope).channels(unit).stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String answer(Scope scope, UnitId unit, Performed performed, Map<String, String> typed, Model model, HttpServletResponse response) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(scope, unit, refused.reasons(), typed, model);
            }
            case Performed.Overtaken _ -> "redirect:/register?unit=" + unit;
        };
    }

    private String show(Scope scope, UnitId id, List<Reason> reasons, Map<String, String> typed, Model model) {
        Organisation organisation = organisations.asOf(scope);
        Unit unit = organisation.unit(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String base = registry.postFor(scope, id).map(post -> "/posts/" + post.post() + "/register/" + id).orElse(null);
        var channels = channels(organisation, id);
        var posts = organisation.posts(id).stream().map(post -> new Choice(post.id().toString(), post.title())).toList();
        model.addAttribute("sheet", new Sheet(unit, lines(organisation, unit), channels, WITH_CHANNELS.contains(unit.kind()) && !posts.isEmpty(),
                posts, base, ids.next(), reasons, Map.copyOf(typed)));
        return "organisation/register";
    }

    /** The unit's own accounts and work groups of the day. */
    static List<ChannelLine> channels(Organisation organisation, UnitId unit) {
        return organisation.channels(unit).stream()
                .map(channel -> new ChannelLine(channel, title(organisation, channel.owner()),
                        channel.reviewer() == null ? "" : title(organisation, channel.reviewer()), channel.pastOn(organisation.asOf().on())))
                .toList();
    }

    private static List<Line> lines(Organisation organisation, Unit unit) {
        List<Line> lines = new ArrayList<>();
        if (WITH_TERMS.contains(unit.kind())) {
            lines.add(line(organisation, unit, Particular.Sort.TERM_BEGAN, "换届选举那一天；届满日由它算，提前六个月提醒"));
        }
        boolean branch = organisation.children(unit.id()).stream().anyMatch(child -> child.kind() == UnitKind.BRANCH);
        if (WITH_MEMBERS.contains(unit.kind()) && !branch) {
            lines.add(line(organisation, unit, Particular.Sort.PARTY_MEMBERS, "只数正式党员，只写人数，不写姓名"));
            lines.add(line(organisation, unit, Particular.Sort.JOINT_BRANCH, "联合党支部的编码；没有加入的不填"));
        }
        return lines;
    }

    private static Line line(Organisation organisation, Unit unit, Particular.Sort sort, String hint) {
        return new Line(sort, organisation.particular(unit.id(), sort).map(Particular::value).orElse(""), hint);
    }

    private static String title(Organisation organisation, PostId id) {
        return organisation.post(id).map(Post::title).orElse("（岗位已撤销）");
    }

    private void require(Scope scope, UnitId unit) {
        HeldPost post = scope.post();
        if (registry.postFor(scope, unit).isEmpty()) {
            throw new NotHeld(post.post());
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
