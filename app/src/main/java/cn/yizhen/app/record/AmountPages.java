package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.record.model.CountyAmount;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The county's amounts of 三重一大: everybody reads them, whoever keeps institutions adopts them. */
@Controller
class AmountPages {

    private final DecisionAmounts amounts;
    private final Ids ids;
    private final Clock clock;

    AmountPages(DecisionAmounts amounts, Ids ids, Clock clock) {
        this.amounts = amounts;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/decisions/amounts")
    String show(Scope scope, Model model) {
        return show(scope, Map.of(), List.of(), model);
    }

    @PostMapping("/posts/{post}/decisions/amounts")
    String adopt(Scope scope, @RequestParam UUID key, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        List<Reason> reasons = new ArrayList<>();
        var amount = read(scope, typed, reasons);
        if (amount != null && amounts.adopt(scope, key, amount) instanceof Performed performed) {
            switch (performed) {
                case Performed.Done done -> {
                    return "redirect:" + done.result();
                }
                case Performed.Refused(var refused) -> reasons.addAll(refused);
                case Performed.Overtaken _ -> throw new IllegalStateException("a new amount overtakes nothing");
            }
        }
        response.setStatus(422);
        return show(scope, typed, reasons, model);
    }

    private @Nullable CountyAmount read(Scope scope, Map<String, String> typed, List<Reason> reasons) {
        var category = DecisionCategory.of(typed.getOrDefault("category", ""));
        if (category.isEmpty()) {
            reasons.add(Reason.of("amount-of-no-category", "没有选是哪一类。", "选项目安排或者资金使用。"));
        }
        var text = Normalizer.normalize(typed.getOrDefault("amount", ""), Normalizer.Form.NFKC).strip();
        boolean number = text.matches("\\d{1,9}(\\.\\d{1,4})?");
        if (!number) {
            reasons.add(Reason.of("amount-unreadable", "额度“" + text + "”看不懂。", "填万元数，如 50。"));
        }
        var today = LocalDate.now(clock);
        LocalDate from = day(typed.getOrDefault("from", ""));
        if (from == null) {
            reasons.add(Reason.of("day-unreadable", "起始日期没有写，或者不是日期。", "从日历里选一天。"));
        }
        var amount = new CountyAmount(category.orElse(DecisionCategory.FUNDS), number ? new BigDecimal(text) : BigDecimal.ONE, from == null ? today : from,
                typed.getOrDefault("paper", "").strip(), scope.post().label() + scope.name(), today);
        if (!reasons.isEmpty()) {
            reasons.addAll(amount.faults());
            return null;
        }
        return amount;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private String show(Scope scope, Map<String, String> typed, List<Reason> reasons, Model model) {
        var all = amounts.all(scope);
        model.addAttribute("amounts", all);
        model.addAttribute("unset", List.of(DecisionCategory.PROJECT, DecisionCategory.FUNDS).stream()
                .filter(category -> CountyAmount.on(scope.asOf().on(), category, all).isEmpty()).toList());
        model.addAttribute("keeper", scope.posts().stream().filter(post -> post.permissions().contains(Permission.KEEP_INSTITUTIONS))
                .map(HeldPost::post).findFirst().orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("reasons", reasons);
        model.addAttribute("key", ids.next());
        model.addAttribute("today", LocalDate.now(clock));
        return "record/amounts";
    }
}
