package cn.yizhen.app.demo.county;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Invents names of persons and of places; each is given out once. */
final class Names {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤";
    private static final String FIRST = "文国志建永春秋明德光荣家世正立兴成宏振海庆长新玉桂秀淑丽美晓雪凤金梅素彩云月红艳慧佳思雨子天泽俊浩宇晨亦若诗启承";
    private static final String LAST = "华强军平辉斌峰林生福民安康山川江河松柏涛波勇刚伟杰明亮东南清兰英芳芬娟琴莲霞萍燕珍敏静洁琳怡涵轩然阳航博凯瑞源岩桥田";
    private static final String PLACES = "上下大小东西南北前后高低青白黄红金银石木竹松柏梅桃李杏枫樟柳茶麻稻粟云雾雨霜泉溪清龙虎凤鹤马牛羊鹿铁铜古新长圆平安永福";
    private static final String LANDFORMS = "坪岭湾坝冲垭沟塘桥庄坡溪洞堰埠屯寨沱池营";

    private final SplittableRandom random;
    private final Set<String> given = new HashSet<>();

    Names(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String person() {
        return unused(() -> "" + any(SURNAMES) + any(FIRST) + (random.nextInt(8) == 0 ? "" : any(LAST)));
    }

    String village() {
        return unused(() -> "" + any(PLACES) + any(LANDFORMS) + "村");
    }

    String community() {
        return unused(() -> "" + any(PLACES) + any("街苑园里") + "社区");
    }

    /** The proper part of a firm's or a cooperative's name. */
    String firm() {
        return unused(() -> "" + any(PLACES) + any(LAST) + any("丰源达盛泰和诚信润禾"));
    }

    private String unused(java.util.function.Supplier<String> invented) {
        String name = invented.get();
        while (!given.add(name)) {
            name = invented.get();
        }
        return name;
    }

    private char any(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
