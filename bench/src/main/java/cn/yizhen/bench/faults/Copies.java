package cn.yizhen.bench.faults;

import cn.yizhen.bench.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Backs up what the faults have left and restores it elsewhere, by the program's own commands. */
final class Copies {

    /** @param backup megabytes a second, as is {@code restore} @param intact whether the restored history verifies */
    record Speeds(double backup, double restore, boolean intact) {}

    private Copies() {}

    static Speeds measure(Installed program, Path data, Path place) throws IOException, InterruptedException {
        Figures.heading("备份，恢复到别处，核对");
        var key = place.resolve("recovery").toString();
        var file = place.resolve("data.bak").toString();
        var keys = place.resolve("keys.bak").toString();
        var restored = place.resolve("restored").toString();
        program.said(List.of("keys", "recovery", key));
        double backup = figure("backup_mb_s", program.said(List.of("backup", file, "--recovery-key", key + ".pub", "--data", data.toString())));
        program.said(List.of("backup", "--keys", keys, "--recovery-key", key + ".pub", "--data", data.toString()));
        double restore = figure("restore_mb_s", program.said(List.of("restore", file, "--keys", keys, "--recovery-key", key, "--data", restored)));
        var intact = Books.intact(program, Path.of(restored));
        Figures.line("每秒", "备份 %.1f MB，恢复 %.1f MB（按表的文本字节算）；恢复后核对%s", backup, restore, intact ? "相符" : "不符");
        return new Speeds(backup, restore, intact);
    }

    private static double figure(String key, String said) throws IOException {
        var found = Pattern.compile("\"" + key + "\":([\\d.]+)").matcher(said);
        if (!found.find()) {
            throw new IOException("没有说出 " + key + "：\n" + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
