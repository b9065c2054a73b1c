package cn.yizhen.rules.institution.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns bytes into YAML nodes that know their place, refusing aliases, anchors and tags. */
final class Yaml {

    private static final int MOST_BYTES = 200_000;
    private static final int DEEPEST = 12;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true).setUseMarks(true).setCodePointLimit(MOST_BYTES).build();

    private Yaml() {}

    /** The text of the bytes; empty, with a fault, where they are not UTF-8 or too many. */
    static Optional<String> decode(byte[] bytes, Notes notes) {
        if (bytes.length > MOST_BYTES) {
            notes.at(notes.top(), "文件超过 200 KB，制度文件不应这么大，请检查是否放错了文件");
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            notes.at(notes.top(), "文件不是 UTF-8 编码，请用 UTF-8 另存后再试");
            return Optional.empty();
        }
    }

    /** The mapping a file consists of; empty, with faults, where it does not. */
    static Optional<MappingNode> mapping(String text, Notes notes) {
        try {
            if (!refuseWhatHidesPlaces(text, notes)) {
                return Optional.empty();
            }
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                notes.at(notes.top(), "文件是空的，请写入内容或删除文件");
            }
            return root.flatMap(node -> asMapping(node, notes));
        } catch (MarkedYamlEngineException e) {
            notes.at(e.getProblemMark().map(notes::placeOf).orElseGet(notes::top), YamlProblem.inChinese(e.getProblem()));
        } catch (YamlEngineException e) {
            notes.at(notes.top(), YamlProblem.inChinese(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Optional<MappingNode> asMapping(Node node, Notes notes) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        notes.at(node, "文件开头应是“名称: 值”的形式");
        return Optional.empty();
    }

    /** Notes aliases, anchors and tags; false where the text nests so deep that reading on would be unsafe. */
    private static boolean refuseWhatHidesPlaces(String text, Notes notes) {
        var depth = 0;
        for (var event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                at(event, "一层套一层超过 " + DEEPEST + " 层，请检查括号和缩进", notes);
                return false;
            }
            refuse(event, notes);
        }
        return true;
    }

    private static void refuse(Event event, Notes notes) {
        if (event instanceof AliasEvent alias) {
            at(event, "不能用 *" + alias.getAlias() + " 引用别处的内容，请把内容原样写在这里", notes);
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            at(event, "不能用 &" + node.getAnchor().get() + " 给内容起名，请去掉", notes);
        }
        tag(event).ifPresent(tag -> at(event, "不能写类型标记 " + tag + "，类型由字段决定，请去掉", notes));
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    private static void at(Event event, String text, Notes notes) {
        notes.at(event.getStartMark().map(notes::placeOf).orElseGet(notes::top), text);
    }
}
