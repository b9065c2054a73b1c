package cn.yizhen.app.deployment.web;

import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands above every page of one document: its title, how far it has come, its pages.
 */
public record Frame(String title, List<Progress> steps, List<Tab> tabs) {

    /** One step of the way. */
    public record Progress(String label, boolean done, boolean current) {}

    public record Tab(String label, String href, int count, boolean current) {}

    private static final List<String> WAY = List.of("起草", "征求意见", "送审", "审定", "印发");

    /** For the drafting office. */
    static Frame of(Deployment deployment, String page) {
        var id = "/deployments/" + deployment.source().id();
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("整理", id, 0, page.equals("review")));
        if (deployment.stage() != Stage.RECEIVED) {
            tabs.add(new Tab("意见", id + "/objections", deployment.openObjections().size(), page.equals("opinions")));
            tabs.add(new Tab("办理", id + "/way", 0, page.equals("way")));
            tabs.add(new Tab("导出", id + "/table", 0, page.equals("table")));
            if (deployment.stage().editable()) {
                tabs.add(new Tab("读回", id + "/returns", 0, page.equals("returns")));
            }
        }
        return new Frame(deployment.source().title(), way(deployment.stage()), tabs);
    }

    /** For those outside it. */
    static Frame outside(String title, Stage stage) {
        return new Frame(title, way(stage), List.of());
    }

    private static List<Progress> way(Stage stage) {
        int at = switch (stage) {
            case RECEIVED, DRAFTING, REVISING -> 0;
            case CONSULTING -> 1;
            case SUBMITTED -> 2;
            case APPROVED -> 3;
            case ISSUED -> 5;
        };
        var steps = new ArrayList<Progress>();
        for (int i = 0; i < WAY.size(); i++) {
            steps.add(new Progress(i == 0 && stage == Stage.REVISING ? "退回修改" : WAY.get(i), i < at, i == at));
        }
        return steps;
    }
}
