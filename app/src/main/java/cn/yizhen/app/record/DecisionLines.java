package cn.yizhen.app.record;

import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.record.model.PaperPlace;
import cn.yizhen.rules.Reason;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The decisions of an entry form, a line each; lines in which nothing was written are left out. */
record DecisionLines(EntryForm form) {

    /** No meeting decides more; what a form carries beyond is not read. */
    private static final int MOST = 40;
    /** What, besides a category of 三重一大, tells that a line is meant. */
    private static final List<String> TELLING = List.of("about", "amount", "inFavour", "against", "abstained", "recused", "paperMark");
    private static final Map<String, String> COUNTS =
            Map.of("item", "议题序号", "inFavour", "赞成票数", "against", "反对票数", "abstained", "弃权票数", "recused", "回避人数");

    /** What was decided; what cannot be read counts as nothing here and is told by {@link #faults}. */
    List<Decision> decisions() {
        return lines().mapToObj(this::decision).toList();
    }

    /** Every number of a decision that cannot be read. */
    List<Reason> faults() {
        List<Reason> faults = new ArrayList<>();
        lines().forEach(line -> {
            COUNTS.forEach((name, label) -> {
                if (!form.get(name, line).isEmpty() && number(name, line).isEmpty()) {
                    faults.add(unreadable(line, label, "请填整数。"));
                }
            });
            if (!form.get("amount", line).isEmpty() && amount(line) == null) {
                faults.add(unreadable(line, "金额", "请填数字，单位是万元，如 120 或 36.5。"));
            }
        });
        return faults;
    }

    /** The same lines in a form, for a correction. */
    static EntryForm typed(EntryForm form, List<Decision> decisions) {
        return form.with("item", decisions.stream().map(d -> "" + d.item()).toList())
                .with("about", decisions.stream().map(Decision::about).toList())
                .with("category", decisions.stream().map(d -> d.category().name()).toList())
                .with("amount", decisions.stream().map(d -> d.amount() == null ? "" : d.amount().stripTrailingZeros().toPlainString()).toList())
                .with("inFavour", decisions.stream().map(d -> "" + d.votes().inFavour()).toList())
                .with("against", decisions.stream().map(d -> "" + d.votes().against()).toList())
                .with("abstained", decisions.stream().map(d -> "" + d.votes().abstained()).toList())
                .with("leaderLast", decisions.stream().map(d -> d.leaderLast() == null ? "" : d.leaderLast() ? "yes" : "no").toList())
                .with("recused", decisions.stream().map(d -> d.recused() == 0 ? "" : "" + d.recused()).toList())
                .with("paper", decisions.stream().map(d -> d.paper() == null ? "" : d.paper().name()).toList())
                .with("paperMark", decisions.stream().map(Decision::paperMark).toList());
    }

    private IntStream lines() {
        return IntStream.range(0, MOST).filter(line -> category(line).major()
                || TELLING.stream().anyMatch(name -> !form.get(name, line).isEmpty()));
    }

    private Decision decision(int line) {
        var votes = new Decision.Votes(number("inFavour", line).orElse(0), number("against", line).orElse(0), number("abstained", line).orElse(0));
        var leaderLast = form.get("leaderLast", line);
        return new Decision(number("item", line).filter(item -> item > 0).orElse(line + 1), category(line), form.get("about", line), amount(line), votes,
                leaderLast.isEmpty() ? null : leaderLast.equals("yes"), number("recused", line).orElse(0),
                PaperPlace.of(form.get("paper", line)).orElse(null), form.get("paperMark", line));
    }

    private DecisionCategory category(int line) {
        return DecisionCategory.of(form.get("category", line)).orElse(DecisionCategory.GENERAL);
    }

    private @Nullable BigDecimal amount(int line) {
        var text = plain("amount", line);
        return text.matches("\\d{1,9}(\\.\\d{1,4})?") ? new BigDecimal(text) : null;
    }

    private Optional<Integer> number(String name, int line) {
        var text = plain(name, line);
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private String plain(String name, int line) {
        return Normalizer.normalize(form.get(name, line), Normalizer.Form.NFKC).strip();
    }

    private static Reason unreadable(int line, String label, String next) {
        return Reason.of("decision-unreadable", "第 " + (line + 1) + " 项的" + label + "看不懂。", next);
    }
}
