package cn.yizhen.rules.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A website, an official account or a work group of the county's own (本单位的账号和工作群): what it is called, what
 * it is for and who answers for it. Never who is in it or what was said there; nobody else's account can be one.
 *
 * @param id         stays the same through all changes
 * @param unit       whose it is
 * @param name       as people know it
 * @param purpose    what it is for, in a line
 * @param owner      the post that looks after it
 * @param reviewer   the post that reviews what is published; null for a work group
 * @param freshDays  at most so many days between two publications; 0 where none is set
 * @param dissolveBy the day by which a work group is to be dissolved, null where it stays
 */
public record Channel(
        UUID id,
        UnitId unit,
        ChannelKind kind,
        String name,
        String purpose,
        PostId owner,
        @Nullable PostId reviewer,
        int freshDays,
        @Nullable LocalDate dissolveBy) {

    public Channel {
        if (freshDays < 0) {
            throw new IllegalArgumentException("days between publications: " + freshDays);
        }
    }

    /** Whether it should be gone by that day and is not. */
    public boolean pastOn(LocalDate day) {
        return dissolveBy != null && day.isAfter(dissolveBy);
    }
}
