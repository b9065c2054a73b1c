package cn.yizhen.app.backup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the backup of keys holds (密钥备份): the keys of persons, unwrapped, so that another machine wraps them
 * under a master key of its own, and the files of keys beside the database.
 *
 * @param county  division code
 * @param made    when, ISO-8601
 * @param master  check value of the master key the database names
 * @param persons person → key, Base64
 * @param own     keys of the program's own, unwrapped: name → key, Base64; none in a backup of before they were wrapped
 * @param files   name below the data directory → content, Base64
 */
record KeyBundle(String county, String made, String master, Map<String, String> persons, @Nullable Map<String, String> own, Map<String, String> files) {

    KeyBundle {
        own = own == null ? Map.of() : Map.copyOf(own);
    }
}
