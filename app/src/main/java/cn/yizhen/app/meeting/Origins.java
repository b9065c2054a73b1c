package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.Deployments;
import cn.yizhen.app.duty.Duties;
import cn.yizhen.app.matter.MatterId;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.meeting.MeetingPlan.Origin;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.organisation.Bearer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a meeting can be called for: a duty, a directive, a matter; each fills in what it already says. */
@Component
class Origins {

    private final Duties duties;
    private final Matters matters;
    private final Deployments deployments;
    private final Organisations organisations;

    Origins(Duties duties, Matters matters, Deployments deployments, Organisations organisations) {
        this.organisations = organisations;
        this.duties = duties;
        this.matters = matters;
        this.deployments = deployments;
    }

    /**
     * @param about what is filled in as the topic
     * @param kind  the record kind that counts for a duty, or empty
     * @param body  key of the body that meets, or empty
     * @param marks what the record must be marked with to count for the duty
     */
    record Filled(Origin origin, String about, String kind, String body, List<String> marks) {

        private Filled(Origin origin, String about) {
            this(origin, about, "", "", List.of());
        }
    }

    /** @param from {@code duty:<instance>}, {@code matter:<id>} or {@code row:<deployment>:<row>}; anything else is nothing */
    Optional<Filled> of(Scope scope, String from) {
        int colon = from.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var rest = from.substring(colon + 1);
        try {
            return switch (from.substring(0, colon)) {
                case "duty" -> duty(scope, rest);
                case "matter" -> matters.find(scope, MatterId.of(rest))
                        .map(matter -> new Filled(new Origin("事项：" + matter.title(), matters.addressFor(scope, matter)), matter.title()));
                case "row" -> row(scope, rest);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    private Optional<Filled> duty(Scope scope, String text) {
        return InstanceKey.parse(text).flatMap(key -> duties.find(scope, key)).map(seen -> {
            var organisation = organisations.asOf(scope);
            var bearer = seen.instance().key().bearer() instanceof Bearer.OfBody(var id) ? organisation.body(id).orElse(null) : null;
            var kind = OfferedKind.wanted(seen.duty(), bearer).orElse("");
            var body = bearer == null ? "" : bearer.id().toString();
            return new Filled(new Origin("应办：" + seen.duty().title() + "（" + seen.period().label() + "）", "/posts/" + scope.post().post() + "/duties/" + text),
                    seen.duty().title(), kind, body, OfferedKind.marks(seen.duty()));
        });
    }

    private Optional<Filled> row(Scope scope, String text) {
        var parts = text.split(":");
        return parts.length != 2 ? Optional.empty() : deployments.lines(scope, UUID.fromString(parts[0])).stream()
                .filter(line -> line.row().equals(UUID.fromString(parts[1]))).findFirst()
                .map(line -> new Filled(new Origin("部署任务：" + line.document() + "第" + line.number() + "项", "/deployments/" + parts[0] + "/table#r-" + parts[1]), line.wording()));
    }
}
