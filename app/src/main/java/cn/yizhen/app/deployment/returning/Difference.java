package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.Edit;
import java.util.List;

/**
 * One thing that is different in a file that came back.
 *
 * @param key      tells it apart from the others, the same whenever the same file is compared with the same draft
 * @param about    the row it concerns, for people: 第 3 条, or the place in the file
 * @param before   as it stands in the draft, empty where nothing stood
 * @param after    as it stands in the file, empty where nothing stands
 * @param edits    what taking it means; empty for a moving, which is made of all rows together
 * @param proposed taken unless somebody says otherwise
 */
public record Difference(String key, Kind kind, String about, String before, String after, List<Edit> edits, boolean proposed) {

    public Difference {
        edits = List.copyOf(edits);
    }

    /** In the order they are applied: what rows there are, then what each says, then how they follow one another. */
    public enum Kind {
        MERGED("合并"),
        SPLIT("拆出"),
        ADDED("新增"),
        REWORDED("改表述"),
        REASSIGNED("改单位"),
        REDATED("改时限"),
        REMOVED("删去"),
        MOVED("移动");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
