package cn.yizhen.app.access.token;

import cn.yizhen.app.access.Holdings;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.SlipHolders;
import cn.yizhen.app.access.TokenRight;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.PostId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrator's page of tokens: issue, show once, revoke. */
@Controller
public class TokensPage {

    private static final int FOUND = 40;

    /** A token in the list. */
    public record Line(UUID id, String purpose, String post, String rights, LocalDate until, String state, boolean holds) {}

    private final Tokens tokens;
    private final ObjectProvider<SlipHolders> roster;
    private final ObjectProvider<Holdings> holdings;
    private final Ids ids;

    TokensPage(Tokens tokens, ObjectProvider<SlipHolders> roster, ObjectProvider<Holdings> holdings, Ids ids) {
        this.tokens = tokens;
        this.roster = roster;
        this.holdings = holdings;
        this.ids = ids;
    }

    @Bean
    static NavEntry tokensEntry() {
        return new NavEntry("接口令牌", "/tokens", 92, Permission.SECURITY.name());
    }

    @GetMapping("/tokens")
    String list(Scope scope, @RequestParam(defaultValue = "") String words, Model model) {
        return page(scope, model, words.strip(), "", List.of());
    }

    @PostMapping("/tokens")
    String issue(
            Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String purpose, @RequestParam(required = false) @Nullable PostId to,
            @RequestParam(required = false) @Nullable Set<TokenRight> right, @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String words, Model model, RedirectAttributes once) {
        require(scope);
        var rights = right == null ? EnumSet.noneOf(TokenRight.class) : right;
        return switch (tokens.issue(scope, key, new Tokens.Asked(purpose, to, rights, until))) {
            case Outcome.Refused<Optional<String>>(var reasons) -> page(scope, model, words, purpose, reasons);
            case Outcome.Done<Optional<String>>(var secret) -> {
                secret.ifPresent(shown -> once.addFlashAttribute("secret", shown));
                yield "redirect:/tokens/issued";
            }
        };
    }

    /** Shows the token once; a reload says that it is gone. */
    @GetMapping("/tokens/issued")
    String issued(Scope scope, HttpServletResponse response, Model model) {
        require(scope);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (!model.containsAttribute("secret")) {
            model.addAttribute("secret", "");
        }
        return "access/token-issued";
    }

    @PostMapping("/tokens/{token}/end")
    String revoke(Scope scope, @PathVariable UUID token, @RequestParam UUID key) {
        require(scope);
        var found = tokens.all(scope).stream().filter(one -> one.id().equals(token)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        tokens.revoke(scope, key, found);
        return "redirect:/tokens";
    }

    private String page(Scope scope, Model model, String words, String purpose, List<Reason> reasons) {
        require(scope);
        var found = words.isEmpty() ? List.<SlipHolders.Holder>of()
                : roster.getObject().below(scope, words).stream().limit(FOUND).toList();
        model.addAttribute("tokens", tokens.all(scope).stream().map(token -> line(scope, token)).toList());
        model.addAttribute("words", words);
        model.addAttribute("found", found);
        model.addAttribute("purpose", purpose);
        model.addAttribute("rights", List.of(TokenRight.values()));
        model.addAttribute("last", scope.asOf().on().plusDays(Tokens.LONGEST_DAYS));
        model.addAttribute("reasons", reasons);
        model.addAttribute("keys", ids);
        return "access/tokens";
    }

    private Line line(Scope scope, Tokens.Token token) {
        var post = holdings.getObject().post(scope.county(), token.post(), scope.asOf());
        var state = token.ended() ? "已收回" : !token.holds(scope.asOf().on()) ? "已到期" : post.isEmpty() ? "岗位已撤销，不再有效" : "有效";
        return new Line(token.id(), token.purpose(), post.map(held -> held.label()).orElse("（已撤销的岗位）"),
                token.rights().stream().map(TokenRight::label).collect(Collectors.joining("、")), token.until(), state, state.equals("有效"));
    }

    private static void require(Scope scope) {
        if (!scope.has(Permission.SECURITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
