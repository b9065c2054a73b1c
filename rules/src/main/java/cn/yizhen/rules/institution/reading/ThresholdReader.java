package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Basis;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Fraction;
import cn.yizhen.rules.institution.Source;
import cn.yizhen.rules.institution.Threshold;

/** Reads quorums and majorities: {@code { of: due, at-least: 1/2 }}, or a list with {@code when} for the special ones. */
final class ThresholdReader {

    private static final Fraction HALF = new Fraction(1, 2);

    private ThresholdReader() {}

    static NodeReader<Dated<List<Threshold>>> dated(Source source, LocalDate begins) {
        return Groups.dated(Groups.oneOrMore((node, notes) -> read(node, source, notes)), source, Optional.of(begins));
    }

    /** The thresholds of a step, each with its own source. */
    static NodeReader<List<Threshold>> ofStep() {
        return Groups.oneOrMore((node, notes) -> read(node, SourceReader.UNKNOWN, notes).filter(threshold -> {
            if (threshold.source().equals(SourceReader.UNKNOWN)) {
                notes.at(node, "步骤的人数要求缺少 source（出自哪一条），请补上");
            }
            return !threshold.source().equals(SourceReader.UNKNOWN);
        }));
    }

    private static Optional<Threshold> read(Node node, Source source, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "人数要求", notes);
        var of = fields.required("of", "以谁为分母", Scalars.choice(Basis.values(), Basis::word), Basis.DUE);
        var atLeast = fields.optional("at-least", Scalars.fraction());
        var moreThan = fields.optional("more-than", Scalars.fraction());
        var when = fields.optional("when", ConditionReader.overRecords());
        var own = fields.optional("source", SourceReader::read);
        fields.close();
        if (fields.has("at-least") == fields.has("more-than")) {
            notes.at(node, "人数要求要在 at-least（以上，含本数）和 more-than（超过，不含本数）中写一个，且只写一个");
        }
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Threshold(
                of, atLeast.or(() -> moreThan).orElse(HALF), moreThan.isPresent(), when, own.orElse(source)));
    }
}
