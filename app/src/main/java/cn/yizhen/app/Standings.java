package cn.yizhen.app;

import cn.yizhen.rules.duty.Standing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How everything stood at one point, to be compared between two databases (履行情况比对). */
record Standings(Map<String, Stands> all) {

    /**
     * @param words what a reader is told of it
     * @param whole everything it follows from: records, what was said, terms
     */
    record Stands(String words, String whole) {}

    static Standings of(List<Standing> standings) {
        var all = new TreeMap<String, Stands>();
        standings.forEach(one -> all.put(one.instance().key().text(),
                new Stands(one.duty().title() + "：" + one.word() + "，" + one.records().size() + " 条登记", one.toString())));
        return new Standings(all);
    }

    int size() {
        return all.size();
    }

    /** What stands otherwise there, one line each, in order. */
    List<String> differences(Standings restored) {
        var keys = new TreeSet<>(all.keySet());
        keys.addAll(restored.all().keySet());
        return keys.stream().filter(key -> !whole(key).equals(restored.whole(key)))
                .map(key -> key + " 现用的是“" + words(key) + "”，恢复出来的是“" + restored.words(key) + "”").toList();
    }

    private String words(String key) {
        return all.containsKey(key) ? all.get(key).words() : "没有这一项";
    }

    private String whole(String key) {
        return all.containsKey(key) ? all.get(key).whole() : "";
    }
}
