package cn.yizhen.rules.clock;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.WorkCalendar;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./yizhen deadline --from 2026-02-10T09:30 --budget "5 working-days" [--roll-forward]}: one JSON
 * object on standard output with {@code due} (a day, meaning its end; a moment for hours),
 * {@code provisional} and {@code account}, one entry a day.
 */
public final class DeadlineCommand {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String USAGE = "用法：deadline --from 2026-02-10T09:30 --budget \"5 working-days\" [--roll-forward]";
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private DeadlineCommand() {}

    /** @return 0, or 2 with one line in Chinese on {@code err} when the arguments make no sense */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            out.println(json(reckon(arguments)));
            return 0;
        } catch (BadArgument e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static Reckoning reckon(List<String> arguments) {
        var options = options(arguments);
        var budget = switch (Budget.parse(options.get("--budget"))) {
            case Outcome.Done<Budget>(var value) -> value;
            case Outcome.Refused<Budget>(var reasons) -> throw new BadArgument("--budget：" + reasons.getFirst().text() + "，请" + reasons.getFirst().nextStep() + "。");
        };
        var from = moment(options.get("--from"), budget.unit());
        var term = new Term(budget, options.containsKey("--roll-forward"));
        return Ledger.armed(term, from).reckon(WorkCalendar.builtIn());
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var name = arguments.get(i);
            var value = switch (name) {
                case "--roll-forward" -> "";
                case "--from", "--budget" -> {
                    if (++i == arguments.size() || arguments.get(i).startsWith("--")) {
                        throw new BadArgument(name + " 后面缺少内容。" + USAGE);
                    }
                    yield arguments.get(i);
                }
                default -> throw new BadArgument("不认识的参数“" + name + "”。" + USAGE);
            };
            if (options.put(name, value) != null) {
                throw new BadArgument(name + " 写了两次，只留一个。");
            }
        }
        for (var needed : List.of("--from", "--budget")) {
            if (!options.containsKey(needed)) {
                throw new BadArgument("缺少 " + needed + "。" + USAGE);
            }
        }
        return options;
    }

    private static LocalDateTime moment(String text, TimeUnit unit) {
        var moment = parsed(text.strip());
        if (moment.toLocalDate().isBefore(EARLIEST) || !moment.toLocalDate().isBefore(LATEST)) {
            throw new BadArgument("--from：“" + text + "”不在1949年10月1日至2099年之间。");
        }
        if (unit == TimeUnit.HOUR && text.strip().length() == 10) {
            throw new BadArgument("--from：以小时计算的期限自时刻起算，“" + text + "”只有日期，请写成 " + text.strip() + "T09:30。");
        }
        return moment;
    }

    private static LocalDateTime parsed(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay();
            }
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).atZoneSameInstant(ZONE).toLocalDateTime()
                    : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadArgument("--from：“" + text + "”不是日期或时刻，请写成 2026-02-10 或 2026-02-10T09:30。");
        }
    }

    private static String json(Reckoning reckoning) {
        return reckoning.account().stream().map(DeadlineCommand::json).collect(Collectors.joining(",\n    ",
                "{\n  \"due\": \"" + reckoning.due() + "\",\n  \"provisional\": " + reckoning.provisional() + ",\n  \"account\": [\n    ",
                "\n  ]\n}"));
    }

    /** The texts are the program's own: no quotation mark, backslash or control character occurs in them. */
    private static String json(CountedDay line) {
        return "{\"day\": \"%s\", \"counted\": %s, \"why\": \"%s\"}".formatted(line.day(), line.counted(), line.why());
    }

    private static final class BadArgument extends RuntimeException {
        BadArgument(String message) {
            super(message.replaceAll("\\s+", " "));
        }
    }
}
