package cn.yizhen.app.organisation;

import cn.yizhen.app.organisation.roster.NoticePlan;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody ticked and changed beside a notice, as it was sent; nothing of it is lost when the form comes back.
 *
 * @param words empty while nothing was sent: the plan's own proposals stand
 */
public record NoticeForm(MultiValueMap<String, String> words) {

    static final NoticeForm UNTOUCHED = new NoticeForm(new LinkedMultiValueMap<>());

    public boolean takes(NoticePlan.Line line) {
        return words.isEmpty() ? !line.substitutes() || line.substitute() != null : all("take").contains("" + line.number());
    }

    public ResponsibilityKind kind(NoticePlan.Line line) {
        var typed = first("kind-" + line.number());
        return typed.isEmpty() ? line.kind() : ResponsibilityKind.valueOf(typed);
    }

    public String subject(NoticePlan.Line line) {
        var typed = first("subject-" + line.number());
        return typed.isEmpty() ? line.subject() : typed;
    }

    /** The post chosen where the notice's person is in no roster. */
    public Optional<PostId> post(NoticePlan.Part part) {
        return part.post() != null ? Optional.of(part.post().id()) : Optional.of(first("post-" + part.number())).filter(id -> !id.isEmpty()).map(PostId::of);
    }

    /** Whether the notice says everything its people are in charge of. */
    public boolean whole() {
        return first("whole").equals("yes");
    }

    public boolean ends(UUID fact) {
        return all("end").contains(fact.toString());
    }

    private List<String> all(String name) {
        return words.getOrDefault(name, List.of());
    }

    private String first(String name) {
        return Optional.ofNullable(words.getFirst(name)).orElse("").strip();
    }
}
