package cn.yizhen.app.document;

import java.util.List;

/**
 * The typefaces of official papers, each with the names it is looked up under where the first is not
 * installed. Latin letters and digits are set in Times New Roman,
 * as offices do, except in 宋体.
 */
public enum Typeface {
    XIAO_BIAO_SONG("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "SimSun", "Noto Serif CJK SC"),
    FANG_SONG("仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"),
    KAI("楷体_GB2312", "楷体", "KaiTi", "STKaiti", "Noto Serif CJK SC"),
    HEI("黑体", "SimHei", "STHeiti", "Noto Sans CJK SC"),
    SONG("宋体", "SimSun", "STSong", "Noto Serif CJK SC");

    public static final String LATIN = "Times New Roman";

    private final String name;
    private final List<String> fallbacks;

    Typeface(String name, String... fallbacks) {
        this.name = name;
        this.fallbacks = List.of(fallbacks);
    }

    /** The name a Chinese office knows it by, as it stands in the file. */
    public String fontName() {
        return name;
    }

    /** The face of letters and digits: 宋体 has its own, as page numbers need; the others leave them to {@link #LATIN}. */
    public String latinName() {
        return this == SONG ? name : LATIN;
    }

    /** Names to try in this order where the first is missing. */
    public List<String> fallbacks() {
        return fallbacks;
    }
}
