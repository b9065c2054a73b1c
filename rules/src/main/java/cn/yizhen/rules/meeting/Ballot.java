package cn.yizhen.rules.meeting;

import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A secret ballot as two tellers counted it (无记名投票的计票结果). Paper is handed out and counted by hand; only the result
 * is entered. Only polls and 民主测评: never elections, appointments, admissions or punishments.
 *
 * @param about    what was asked
 * @param options  what could be chosen
 * @param handedOut papers handed out
 * @param returned  papers that came back
 * @param invalid   of those, spoilt ones
 * @param first     what the first teller counted, by option
 * @param second    what the second teller counted
 */
public record Ballot(Purpose purpose, String about, List<String> options, int handedOut, int returned, int invalid, List<Integer> first, List<Integer> second) {

    private static final Pattern FORBIDDEN = Pattern.compile("选举|补选|罢免|任免|任命|任职|免职|聘任|提名|推荐人选|考察对象|处分|处置|开除|接收|吸收|转正|入党|入团|录用");

    /** What it is held for. */
    public enum Purpose {
        POLL("民意测验"),
        REVIEW("民主测评");

        private final String chinese;

        Purpose(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    public Ballot {
        about = about.strip();
        options = List.copyOf(options);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /**
     * @param entitled how many were there who may vote
     * @return every reason why it cannot be entered; empty when it can
     */
    public List<Reason> faults(int entitled) {
        var faults = new ArrayList<Reason>();
        if (about.isEmpty()) {
            add(faults, "ballot-unnamed", "没有写投票的事项。", "写一句话。");
        }
        if (FORBIDDEN.matcher(about).find()) {
            add(faults, "ballot-not-here", "“" + about + "”是选举、任免、接收或者处分，不在平台上计票。", "按组织程序在纸上办，票和结果留在原处；平台只计民意测验和民主测评。");
        }
        if (options.size() < 2) {
            add(faults, "ballot-without-options", "至少要有两个选项。", "一行写一个选项。");
        }
        if (handedOut > entitled) {
            add(faults, "ballot-too-many-papers", "发出 " + handedOut + " 张票，多于到会可以投票的 " + entitled + " 人。", "核对发票数和到会人数。");
        }
        if (returned > handedOut) {
            add(faults, "ballot-more-returned", "收回 " + returned + " 张，多于发出的 " + handedOut + " 张。", "收回多于发出的，投票无效，重新投。");
        }
        counts(faults);
        return faults;
    }

    private void counts(List<Reason> faults) {
        if (first.size() != options.size() || second.size() != options.size()) {
            add(faults, "ballot-uncounted", "两名计票人要各自填每一项的票数。", "没有票的填 0。");
        } else if (!first.equals(second)) {
            add(faults, "tellers-differ", "两名计票人数得不一样。", "当场重新清点，两人一致以后再填。");
        } else if (sum() + invalid != returned) {
            add(faults, "ballot-does-not-add-up", "各项 " + sum() + " 票加废票 " + invalid + " 张，不等于收回的 " + returned + " 张。", "核对每一项和废票。");
        }
    }

    private int sum() {
        return first.stream().mapToInt(Integer::intValue).sum();
    }

    /** 发出 58 张，收回 58 张，废票 1 张；满意 50 票，基本满意 7 票 */
    public String chinese() {
        var words = new StringBuilder("发出 " + handedOut + " 张，收回 " + returned + " 张，废票 " + invalid + " 张；");
        for (int i = 0; i < options.size() && i < first.size(); i++) {
            words.append(i == 0 ? "" : "，").append(options.get(i)).append(' ').append(first.get(i)).append(" 票");
        }
        return words.toString();
    }

    private static void add(List<Reason> faults, String code, String text, String next) {
        faults.add(Reason.of(code, text, next));
    }
}
