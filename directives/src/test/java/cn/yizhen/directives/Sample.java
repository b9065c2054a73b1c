package cn.yizhen.directives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document labelled by hand: {@code ⟦A text⟧}, {@code ⟦N~monthly text⟧}, {@code ⟦A@2026-06-30 text⟧}, and
 * {@code !} behind the grade for what lies beyond the platform's line.
 */
record Sample(String name, String text, List<Label> labels) {

    record Label(int start, int end, String text, String grade, boolean outside, String deadline, String cadence) {}

    private static final Pattern MARK =
            Pattern.compile("⟦([ABN])(!?)(?:@([-\\d]+))?(?:~([-a-z]+))? (.*?)⟧", Pattern.DOTALL);

    static Sample parse(String name, String marked) {
        var plain = new StringBuilder();
        var labels = new ArrayList<Label>();
        var found = MARK.matcher(marked);
        int from = 0;
        while (found.find()) {
            plain.append(marked, from, found.start());
            int start = plain.codePointCount(0, plain.length());
            plain.append(found.group(5));
            labels.add(new Label(start, plain.codePointCount(0, plain.length()), found.group(5), found.group(1),
                    !found.group(2).isEmpty(), String.valueOf(found.group(3)), String.valueOf(found.group(4))));
            from = found.end();
        }
        plain.append(marked.substring(from));
        return new Sample(name, plain.toString(), labels);
    }

    static List<Sample> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().map(Sample::read).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sample read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
