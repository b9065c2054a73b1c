package cn.yizhen.app.matter;

import cn.yizhen.app.access.NeedsRight;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TokenRight;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Matters for other systems: those in which a unit of the token's post has a part, as the list of matters shows them. */
@Controller
class MatterApi {

    /**
     * @param lead   whoever handles or answers it
     * @param stage  where it stands, in words
     * @param due    the next day by which somebody must do something, or null where no clock runs
     * @param awaits whose time it is now
     */
    record Line(String matter, String number, String kind, String title, String lead, String stage, @Nullable LocalDate due, String awaits, boolean overdue,
            boolean over) {}

    record Lines(LocalDate on, List<Line> matters) {}

    private final Matters matters;
    private final MatterList list;

    MatterApi(Matters matters, MatterList list) {
        this.matters = matters;
        this.list = list;
    }

    @GetMapping("/api/v1/matters")
    @NeedsRight(TokenRight.READ_MATTERS)
    ResponseEntity<Lines> matters(Scope scope, @RequestParam(defaultValue = "false") boolean over) {
        return ResponseEntity.ok(new Lines(scope.asOf().on(), matters.inReach(scope).stream()
                .filter(matter -> over || !matter.here().over()).map(matter -> line(scope, matter)).toList()));
    }

    private Line line(Scope scope, Matter matter) {
        var row = list.row(scope, matter);
        return new Line(matter.id().value().toString(), row.number(), row.kind(), row.title(), row.lead(), row.stage(), row.due(), row.awaits(), row.late(),
                matter.here().over());
    }
}
