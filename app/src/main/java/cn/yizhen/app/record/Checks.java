package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.record.model.CountyAmount;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.app.record.model.Validity;
import cn.yizhen.app.record.model.Verdict;
import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a record is checked against: the bases of the institutions it counts for, and the county's amounts. */
@Component
public class Checks {

    private final Catalogues catalogues;
    private final DecisionAmounts amounts;

    Checks(Catalogues catalogues, DecisionAmounts amounts) {
        this.catalogues = catalogues;
        this.amounts = amounts;
    }

    /** Everything a person should look at again; the record stands all the same. */
    public List<Reason> warnings(Scope scope, RecordContent content) {
        var validity = Validity.warnings(content, catalogues.of(scope));
        return content.decisions().isEmpty() ? validity
                : Stream.concat(validity.stream(), CountyAmount.unlisted(content, amounts.all(scope)).stream()).toList();
    }

    boolean mustAskForVoting(Scope scope, RecordContent content) {
        return Validity.mustAskForVoting(content, catalogues.of(scope));
    }

    List<Verdict> verdicts(Scope scope, RecordContent content) {
        return Validity.verdicts(content, catalogues.of(scope));
    }
}
