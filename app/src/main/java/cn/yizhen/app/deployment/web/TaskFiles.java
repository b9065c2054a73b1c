package cn.yizhen.app.deployment.web;

import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.directives.DocumentText;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A 任务分解表 somebody uploaded: the same doors as any document (broken, encrypted, macros, 密级), then its table. Between
 * the page that shows what was read and the form that takes it, the table travels in the form itself.
 */
final class TaskFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TaskFiles() {}

    static Outcome<TaskReading> read(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return Outcome.refused(Reason.of("no-file", "没有选文件，或者文件是空的。", "请选一份 .xlsx 或者 .docx。"));
        }
        return read(name(file), file.getBytes());
    }

    static Outcome<TaskReading> read(String name, byte[] bytes) {
        var reader = new DocumentReader();
        if (Tables.isWord(bytes) && reader.read(bytes, name) instanceof Outcome.Refused<DocumentText>(var reasons)) {
            return Outcome.refused(reasons);
        }
        return Tables.open(name, bytes).then(tables -> switch (reader.pasted(words(tables))) {
            case Outcome.Refused<DocumentText>(var reasons) -> Outcome.<TaskReading>refused(reasons);
            case Outcome.Done<DocumentText> _ -> TaskReading.of(tables);
        });
    }

    static String name(@Nullable MultipartFile file) {
        var name = file == null ? null : file.getOriginalFilename();
        return name == null || name.isBlank() ? "任务分解表" : name;
    }

    /** As it travels in a form. */
    static String kept(TaskReading reading) {
        return JSON.writeValueAsString(reading);
    }

    static Outcome<TaskReading> kept(String form) {
        try {
            return Outcome.done(JSON.readValue(form, TaskReading.class));
        } catch (JacksonException lost) {
            return Outcome.refused(Reason.of("table-lost", "读到的内容没有完整送回来。", "请重新上传文件。"));
        }
    }

    private static String words(Tables tables) {
        var cells = tables.sheets().stream().flatMap(sheet -> sheet.lines().stream())
                .map(line -> line.values().values().stream().map(value -> value.text()).collect(Collectors.joining("　")));
        return Stream.concat(tables.lines().stream(), cells).collect(Collectors.joining("\n"));
    }
}
