package cn.yizhen.directives;

import java.util.regex.Pattern;

/** 推进 × × 中心建设: the thing being built is named, so one day it is there or it is not. */
final class NamedWork {

    private static final Pattern CONSTRUCTION =
            Pattern.compile("(?:建设|改造|迁建|扩建|新建|续建|改扩建|提升|进度|前期|编制|升级|交付)(?:进度|工作|任务|项目)?$");
    private static final Pattern KIND_OF_THING = Pattern.compile(
            "(?:党组织|组织|机构|阵地|村|(?<!小)镇|乡村|社区|设施|网格|党支部|市场|商会|协会|社|路线|手册|系统)$");
    private static final Pattern TITLED = Pattern.compile("[“《][^”》]{2,60}[”》].*(?:阵地|馆|中心|基地|平台|项目|工程|园)$");

    private NamedWork() {}

    static boolean in(String object) {
        var construction = CONSTRUCTION.matcher(object);
        if (!construction.find() || construction.start() == 0) {
            return false;
        }
        var thing = object.substring(0, construction.start());
        return TITLED.matcher(thing).find()
                || thing.length() >= 4 && Words.classOfObject(thing) == ObjectClass.STRUCTURE && !KIND_OF_THING.matcher(thing).find();
    }
}
