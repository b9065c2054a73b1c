package cn.yizhen.app.document.reading;

import cn.yizhen.rules.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one cell as one field. */
final class FieldReader {

    /** Digits beyond which a spreadsheet silently rounds a number. */
    private static final int EXACT_DIGITS = 15;

    /** @param value a String, LocalDate or Integer; absent where nothing is written or it could not be read */
    record Read(Optional<Object> value, List<Finding> findings) {}

    private final Field field;
    private final Place place;
    private final List<Finding> findings = new ArrayList<>();

    private FieldReader(Field field, Place place) {
        this.field = field;
        this.place = place;
    }

    static Read read(Field field, Place place, Optional<Value> value) {
        FieldReader reader = new FieldReader(field, place);
        return new Read(reader.read(value), reader.findings);
    }

    private Optional<Object> read(Optional<Value> cell) {
        if (cell.isEmpty() || cell.get().blank()) {
            if (field.required()) {
                fault("cell-missing", "“" + field.heading() + "”没有填。", "请填写。");
            }
            return Optional.empty();
        }
        Value value = cell.get();
        if (value.error() != null) {
            fault("cell-error", "公式结果是错误值 " + value.error() + "。", "请改为直接填写内容。");
            return Optional.empty();
        }
        if (value.merged() > 1) {
            fault("cell-merged", "这一格合并了 " + value.merged() + " 列，分不清属于哪一列。", "请取消合并后分别填写。");
            return Optional.empty();
        }
        if (value.formula() != null) {
            findings.add(Finding.notice(place, Reason.of("cell-formula",
                    "这一格是公式，按保存时算出的“" + value.text() + "”读取。", "不对的请改为直接填写。")));
        }
        return switch (field.kind()) {
            case TEXT -> text(value).map(t -> t);
            case DATE -> date(value).map(d -> d);
            case WHOLE -> whole(value).map(n -> n);
        };
    }

    private Optional<String> text(Value value) {
        if (value.number() instanceof BigDecimal n && n.precision() - n.scale() > EXACT_DIGITS) {
            fault("number-rounded", "数字超过 15 位，末几位已被表格软件改成 0。", "请把单元格设为文本格式后重新填写。");
            return Optional.empty();
        }
        if (!field.choices().isEmpty() && !field.choices().contains(value.text())) {
            fault("cell-not-offered", "“" + value.text() + "”不是“" + field.heading() + "”可填的内容。",
                    "只能填：" + String.join("、", field.choices()) + "。");
            return Optional.empty();
        }
        return Optional.of(value.text());
    }

    private Optional<java.time.LocalDate> date(Value value) {
        var day = Dates.read(value);
        if (day.isEmpty()) {
            fault("cell-not-a-date", "“" + value.text() + "”不是能看懂的日期。", "请填年月日，如 2026-03-01。");
        }
        return day;
    }

    private Optional<Integer> whole(Value value) {
        try {
            int number = new BigDecimal(value.text()).intValueExact();
            if (number >= 0) {
                return Optional.of(number);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // falls through to the finding
        }
        fault("cell-not-a-number", "“" + value.text() + "”不是整数。", "请填 0 或更大的整数，不带单位。");
        return Optional.empty();
    }

    private void fault(String code, String text, String next) {
        findings.add(Finding.fault(place, Reason.of(code, text, next)));
    }
}
