package cn.yizhen.app.institution;

import cn.yizhen.rules.cases.CaseReader;
import cn.yizhen.rules.cases.CaseRunner;
import cn.yizhen.rules.cases.Coverage;
import cn.yizhen.rules.cases.InstitutionCase;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Fault;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code yizhen institutions [FOLDER]}: checks every institution file and its cases, and prints what it read.
 * Without a folder it takes {@code ./institutions} where that exists, else the files inside the program.
 */
public final class InstitutionsCommand {

    private InstitutionsCommand() {}

    /** 0 when all is well, 1 when something is wrong, 2 when it was called wrongly. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() > 1) {
            err.println("用法：yizhen institutions [目录]");
            return 2;
        }
        var folder = Path.of(arguments.isEmpty() ? "institutions" : arguments.getFirst());
        if (!arguments.isEmpty() && !Files.isDirectory(folder)) {
            err.println("没有“" + folder + "”这个目录，请核对路径");
            return 2;
        }
        try {
            return check(Files.isDirectory(folder) ? ShippedFiles.in(folder) : ShippedFiles.packed(), out, err);
        } catch (UncheckedIOException e) {
            err.println("读不出“" + folder + "”里的文件，请核对权限");
            return 2;
        }
    }

    private static int check(List<SourceFile> files, PrintStream out, PrintStream err) {
        if (files.isEmpty()) {
            err.println("目录里没有制度文件（.yaml），请核对路径");
            return 2;
        }
        var catalogue = CatalogueReader.read(files);
        var cases = CaseReader.read(files);
        var faults = Stream.concat(catalogue.faults().stream(), cases.faults().stream()).sorted().toList();
        if (!faults.isEmpty()) {
            faults.forEach(err::println);
            err.println("共 " + faults.size() + " 处错误，请按上面的文件、行、列改正后再检查。");
            return 1;
        }
        return run(value(catalogue), value(cases), out, err);
    }

    private static int run(Catalogue catalogue, List<InstitutionCase> cases, PrintStream out, PrintStream err) {
        var runner = new CaseRunner(catalogue);
        var wrong = Stream.concat(
                cases.stream().flatMap(example -> runner.wrong(example)
                        .map(text -> new Fault(example.place(), "案例“" + example.says() + "”：" + text).toString()).stream()),
                Coverage.gaps(catalogue, cases).stream()).toList();
        CatalogueListing.print(catalogue, out);
        if (!wrong.isEmpty()) {
            wrong.forEach(err::println);
            err.println("共 " + wrong.size() + " 处案例不符或缺少，请改正制度文件或案例。");
            return 1;
        }
        out.println("共 " + catalogue.institutions().size() + " 项制度、" + catalogue.duties().count() + " 项职责、"
                + catalogue.institutions().stream().mapToLong(institution -> institution.clocks().size()).sum() + " 项时限、"
                + catalogue.limits().count() + " 项总量控制、" + catalogue.forms().count() + " 张报表、" + cases.size()
                + " 个案例，全部通过。目录摘要 " + catalogue.digest().substring(0, 12));
        return 0;
    }

    private static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(var value) -> value;
            case Reading.Faulty<T>(var faults) -> throw new IllegalStateException("faults were told before: " + faults);
        };
    }
}
