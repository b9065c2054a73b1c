package cn.yizhen.app.institution;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Pillar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of institutions by pillar; the page of each is composed further up, with who is to do it. */
@Controller
class InstitutionPages {

    private final Institutions institutions;

    InstitutionPages(Institutions institutions) {
        this.institutions = institutions;
    }

    @Bean
    static NavEntry institutionsEntry() {
        return NavEntry.forEveryone("制度", "/institutions", 40);
    }

    @GetMapping("/institutions")
    String list(Scope scope, Model model) {
        var rulebook = institutions.rulebook(scope);
        var pillars = new LinkedHashMap<Pillar, List<Institution>>();
        Arrays.stream(Pillar.values()).forEach(pillar -> pillars.put(pillar, rulebook.catalogue().institutions().stream()
                .filter(institution -> institution.pillar() == pillar).toList()));
        pillars.values().removeIf(List::isEmpty);
        model.addAllAttributes(Map.of("rulebook", rulebook, "pillars", pillars, "keepers", InstitutionPage.keepers(scope)));
        return "institution/list";
    }
}
