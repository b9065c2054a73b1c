package cn.yizhen.app.record.model;

/**
 * Something decided by vote.
 *
 * @param about     what was decided, in a line; empty for a 任免 or disciplinary item, whose paper stays where it is
 * @param personnel whether it is such an item
 */
public record Decision(String about, boolean personnel, int inFavour, int against, int abstained) {

    public Decision {
        if (inFavour < 0 || against < 0 || abstained < 0) {
            throw new IllegalArgumentException("votes are counted from 0");
        }
        about = personnel ? "" : about;
    }

    public int votes() {
        return inFavour + against + abstained;
    }

    public String title() {
        return personnel ? "任免或处分事项" : about;
    }
}
