package cn.yizhen.directives;

import java.nio.file.Path;
import java.util.Set;

/**
 * For whoever mends the rules: scores a folder of samples and prints what was missed ({@code -}), found without
 * a label ({@code +}) or graded otherwise ({@code ~}).
 */
final class Misses {

    private Misses() {}

    public static void main(String[] args) {
        boolean verbose = args.length > 1;
        var all = new Score();
        var hard = new Score();
        for (var sample : Sample.in(Path.of(args[0]))) {
            var extraction = new Extractor().extract(sample.text());
            var one = new Score().add(sample, extraction, Set.of("A", "B", "N"));
            var oneHard = new Score().add(sample, extraction, Set.of("A", "N"));
            System.out.println(sample.name() + "  all " + one + "  A+N " + oneHard + " year " + extraction.year() + " sections " + extraction.directives().stream().mapToInt(Directive::section).max().orElse(0));
            if (verbose) {
                one.misses().forEach(m -> System.out.println("   " + m));
                System.out.println("   ......");
                oneHard.misses().stream().filter(m -> !one.misses().contains(m)).forEach(m -> System.out.println("   ~" + m));
            }
            all.add(sample, extraction, Set.of("A", "B", "N"));
            hard.add(sample, extraction, Set.of("A", "N"));
        }
        System.out.println("TOTAL all " + all + "\n      A+N " + hard);
    }
}
