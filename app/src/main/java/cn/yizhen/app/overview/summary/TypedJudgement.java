package cn.yizhen.app.overview.summary;

import cn.yizhen.rules.Reason;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed for one matter; both empty leaves it as it is.
 *
 * @param number    the matter's, to name it in a fault
 * @param judgement name of a {@link Judgement.Kind}, empty for none
 */
record TypedJudgement(UUID matter, String number, String judgement, String ground) {

    private static final int LONGEST_GROUND = 140;

    TypedJudgement {
        ground = ground.strip();
    }

    Optional<Judgement.Kind> kind() {
        return Judgement.Kind.named(judgement);
    }

    /**
     * Why it cannot be kept.
     *
     * @param judged whether a judgement of the matter stands already
     */
    Optional<Reason> fault(boolean judged) {
        if (kind().isPresent() == ground.isEmpty()) {
            return Optional.of(Reason.of("judgement-incomplete", number + "只写了" + (kind().isEmpty() ? "依据" : "判断") + "。",
                    "判断和依据都要写；不判断的，两样都空着。"));
        }
        if (judged && kind().isEmpty()) {
            return Optional.of(Reason.of("judgement-emptied", number + "已经有判断，不能改成空的。", "改成别的判断并写依据，拿不准的选“其他”；原来的判断留有记载。"));
        }
        return ground.length() <= LONGEST_GROUND ? Optional.empty()
                : Optional.of(Reason.of("judgement-ground-long", number + "的依据有" + ground.length() + "字。", "写在" + LONGEST_GROUND + "字以内。"));
    }
}
