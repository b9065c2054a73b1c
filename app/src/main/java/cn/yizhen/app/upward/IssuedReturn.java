package cn.yizhen.app.upward;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return a county issued (上报表). A later one of the same quarter supersedes it and says why.
 *
 * @param county     division code of the county
 * @param act        the act that issued it, in that county
 * @param number     counted from 1 within the county
 * @param period     the quarter whose periods it reports: those that end in it
 * @param asOf       both points in time it was counted at
 * @param catalogue  digest of the rules it was counted by
 * @param supersedes the return it takes the place of
 * @param reason     why, empty for the first
 */
public record IssuedReturn(UUID id, String county, UUID act, int number, Period period, AsOf asOf, String catalogue,
        LocalDate issuedOn, @Nullable UUID supersedes, String reason) {

    /** Enough of the digest to tell two catalogues apart. */
    public String catalogueShort() {
        return catalogue.substring(0, Math.min(12, catalogue.length()));
    }
}
