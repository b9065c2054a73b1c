package cn.yizhen.app.deployment.model;

import java.util.List;
import java.util.Optional;

/** The steps taken so far, in order, and what they say. */
public record Path(boolean drafted, List<Step> steps) {

    public Path {
        steps = List.copyOf(steps);
    }

    public Stage stage() {
        var stage = drafted ? Stage.DRAFTING : Stage.RECEIVED;
        for (var step : steps) {
            stage = switch (step) {
                case Step.ConsultationOpened _ -> Stage.CONSULTING;
                case Step.Submitted _ -> Stage.SUBMITTED;
                case Step.Approved _ -> Stage.APPROVED;
                case Step.Returned _ -> Stage.REVISING;
                case Step.Issued _, Step.TakenOver _, Step.Adjusted _ -> Stage.ISSUED;
            };
        }
        return stage;
    }

    public Optional<Step.ConsultationOpened> consultation() {
        return last(Step.ConsultationOpened.class);
    }

    public Optional<Step.Submitted> submission() {
        return last(Step.Submitted.class);
    }

    public Optional<Step.Approved> approval() {
        return last(Step.Approved.class);
    }

    /** The paper the table stands under, issued here or taken over. */
    public Optional<Step.Issued> issue() {
        return last(Step.Issued.class).or(() -> last(Step.TakenOver.class).map(over -> new Step.Issued(over.paper(), over.on())));
    }

    /** The last adjustment that changed a row. */
    public Optional<Step.Adjusted> adjustment(RowId row) {
        return adjustments().reversed().stream().filter(adjusted -> adjusted.change().touches().contains(row)).findFirst();
    }

    public List<Step.Adjusted> adjustments() {
        return steps.stream().filter(Step.Adjusted.class::isInstance).map(Step.Adjusted.class::cast).toList();
    }

    private <S extends Step> Optional<S> last(Class<S> kind) {
        return steps.reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
