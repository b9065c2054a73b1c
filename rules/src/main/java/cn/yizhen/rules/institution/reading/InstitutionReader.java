package cn.yizhen.rules.institution.reading;

import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Correction;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.KeptIn;
import cn.yizhen.rules.institution.Pillar;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.institution.Topic;

/** Reads one institution file. */
final class InstitutionReader {

    private InstitutionReader() {}

    static Optional<Institution> read(SourceFile file, Notes notes) {
        if (!Scalars.isIdentifier(file.stem())) {
            notes.at(notes.top(), "文件名“" + file.stem() + "”不能作制度标识，请用小写字母、数字和连字符");
            return Optional.empty();
        }
        return Yaml.decode(file.bytes(), notes)
                .flatMap(text -> Yaml.mapping(text, notes).flatMap(root -> read(file, text, root, notes)));
    }

    private static Optional<Institution> read(SourceFile file, String text, MappingNode root, Notes notes) {
        var fields = new Fields(root, "制度", notes);
        var title = fields.required("institution", "制度名称", Scalars.words(30), "");
        var pillar = fields.required("pillar", "属于哪个方面", InstitutionReader::pillar, Optional.<Pillar>empty());
        var keptIn = fields.required("kept-in", "记在哪里：here 或上级系统的名称", InstitutionReader::keptIn, KeptIn.HERE);
        var summary = fields.required("summary", "用一句话说明是做什么的", Scalars.words(120), "");
        var records = fields.optional("records", Groups.list(InstitutionReader::recordKind)).orElse(List.of());
        var topics = fields.optional("topics", Groups.list(InstitutionReader::topic)).orElse(List.of());
        var duties = fields.optional("duties", Groups.list(DutyReader.in(keptIn))).orElse(List.of());
        var procedure = fields.optional("procedure", ProcedureReader::read);
        var limits = fields.optional("limits", Groups.list(LimitReader::read)).orElse(List.of());
        var forms = fields.optional("forms", Groups.list(FormRuleReader::read)).orElse(List.of());
        var corrects = fields.optional("corrects", Groups.list(InstitutionReader::correction)).orElse(List.of());
        fields.close();
        pillar.ifPresent(known -> checkFolder(file, known, fields, notes));
        if (!fields.has("duties") && !fields.has("procedure") && !fields.has("limits") && !fields.has("forms")) {
            notes.at(root, "制度里没有内容，请至少写 duties（职责）、procedure（程序）、limits（总量控制）、forms（报表）之一");
        }
        return notes.faults().isEmpty() ? Optional.of(new Institution(new InstitutionId(file.stem()), title,
                pillar.orElseThrow(), keptIn, summary, records, topics, duties, procedure, limits, forms, corrects, text, Digest.of(text))) : Optional.empty();
    }

    private static Optional<Optional<Pillar>> pillar(Node node, Notes notes) {
        return Scalars.choice(Pillar.values(), Pillar::chinese).read(node, notes).map(Optional::of);
    }

    private static void checkFolder(SourceFile file, Pillar pillar, Fields fields, Notes notes) {
        if (!pillar.folder().equals(file.folder())) {
            notes.at(fields.node("pillar"), "“" + pillar.chinese() + "”的文件应放在 " + pillar.folder() + " 文件夹，现在在"
                    + (file.folder().isEmpty() ? "最外层" : " " + file.folder()));
        }
    }

    static Optional<KeptIn> keptIn(Node node, Notes notes) {
        return Scalars.words(30).read(node, notes)
                .map(text -> text.equals("here") ? KeptIn.HERE : new KeptIn(text));
    }

    private static Optional<RecordKind> recordKind(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "记录种类", notes);
        var kind = fields.required("kind", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(16), "");
        var shape = fields.required("shape", "是会议、活动、只记日期还是材料",
                Scalars.choice(RecordKind.Shape.values(), RecordKind.Shape::word), RecordKind.Shape.MEETING);
        fields.close();
        notes.declares("记录种类", kind, fields.node("kind"));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new RecordKind(kind, title, shape));
    }

    private static Optional<Topic> topic(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "议题", notes);
        var topic = fields.required("topic", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(20), "");
        fields.close();
        notes.declares("议题", topic, fields.node("topic"));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Topic(topic, title));
    }

    private static Optional<Correction> correction(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "更正", notes);
        var id = fields.required("id", "更正哪一条职责、程序时限、总量控制或报表", Scalars.identifier(), "none");
        var reason = fields.required("reason", "原来错在哪里", Scalars.words(200), "");
        fields.close();
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Correction(id, reason));
    }
}
