package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Entry;
import cn.yizhen.app.deployment.model.Objection;
import cn.yizhen.app.deployment.model.Readiness;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the pages of steps and opinions show.
 *
 * @param leaders names and titles that can be typed for a 签批
 * @param units   names that can be typed for a unit
 * @param typed   what a refused form held
 */
public record Way(
        Deployment deployment, String post, LocalDate today, UUID key, List<String> leaders, List<String> units,
        List<Reason> reasons, Map<String, String> typed) {

    public Stage stage() {
        return deployment.stage();
    }

    public String action(String name) {
        return "/posts/" + post + "/deployments/" + deployment.source().id() + "/" + name;
    }

    public int seen() {
        return deployment.last();
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /** What is missing before 送审. */
    public List<Reason> missing() {
        return Readiness.of(deployment, today);
    }

    /** The days of consultation are still running. */
    public boolean early() {
        return stage() == Stage.CONSULTING && deployment.path().consultation().filter(c -> !today.isAfter(c.until())).isPresent();
    }

    /** The journal, newest first. */
    public List<Entry> journal() {
        return deployment.entries().reversed();
    }

    public boolean takenBack(Entry entry) {
        return undone().contains(entry.number());
    }

    /** The row an objection is about, or words in its place where it was merged into another. */
    public String about(Objection objection) {
        return deployment.draft().row(objection.row())
                .map(row -> "第 " + row.number() + " 条　" + row.wording())
                .orElse("（这一条已并入其他条）");
    }

    public List<Objection> objections() {
        return deployment.objections();
    }

    public List<Row> rows() {
        return deployment.draft().rows().stream().filter(row -> !row.number().isEmpty()).toList();
    }

    static Map<String, String> typed(EditForms.Form form) {
        return form.request().getParameterMap().entrySet().stream()
                .filter(field -> field.getValue().length > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()[0]));
    }

    private Set<Integer> undone() {
        return deployment.entries().stream()
                .filter(e -> e.what() instanceof Edit.Undone)
                .map(e -> ((Edit.Undone) e.what()).entry())
                .collect(Collectors.toSet());
    }
}
