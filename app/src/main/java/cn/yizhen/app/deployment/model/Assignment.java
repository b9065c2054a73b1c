package cn.yizhen.app.deployment.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a row.
 *
 * @param lead       the one lead, or null: an open question, never a guess
 * @param supporting those who support, in the order they are printed
 * @param leader     the county leader in charge, or null
 * @param reason     why these are proposed, or what is asked, in one plain Chinese sentence
 * @param byPerson   a person decided it; otherwise it is a proposal
 */
public record Assignment(
        Party.@Nullable One lead, List<Party> supporting, @Nullable Leader leader, String reason, boolean byPerson) {

    public Assignment {
        supporting = List.copyOf(supporting);
    }

    public static Assignment question(String what) {
        return new Assignment(null, List.of(), null, what, false);
    }

    public boolean open() {
        return lead == null;
    }

    public int units() {
        return (lead == null ? 0 : 1) + supporting.stream().mapToInt(Party::units).sum();
    }

    /** 单位甲、单位乙, or empty. */
    public String supportingNames() {
        return String.join("、", supporting.stream().map(Party::name).toList());
    }
}
