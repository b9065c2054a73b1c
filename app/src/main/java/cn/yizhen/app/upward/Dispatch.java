package cn.yizhen.app.upward;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The county's daily word to the level above (每日报送): which returns left with it, often none.
 *
 * @param number counted from 1 within the county, without a gap
 */
public record Dispatch(UUID id, String county, UUID act, String countyName, int number, LocalDate day, List<UUID> returns) {

    public Dispatch {
        returns = List.copyOf(returns);
    }

    /** The same for ever, so that the same package put down twice is one file. */
    String fileName() {
        return "yizhen-%s-%06d-%s.zip".formatted(county, number, day);
    }
}
