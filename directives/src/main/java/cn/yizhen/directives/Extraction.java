package cn.yizhen.directives;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one document.
 *
 * @param year       the year 今年 means, from the document's date or else guessed from its words; null if neither
 * @param headings   in order
 * @param sentences  every sentence of the text, in order; together they cover all that is not white space
 * @param directives in order of place, not overlapping
 */
public record Extraction(
        @Nullable Integer year, List<Heading> headings, List<Sentence> sentences, List<Directive> directives) {

    public Extraction {
        headings = List.copyOf(headings);
        sentences = List.copyOf(sentences);
        directives = List.copyOf(directives);
    }

    /** 全文 N 句：立项 a／常态 b／控制 c／阅知 d／未处理 0 */
    public Account account() {
        var read = (int) sentences.stream().filter(s -> s.reading() != Reading.DIRECTIVES).count();
        return new Account(sentences.size(), count(Grade.A), count(Grade.B), count(Grade.N), read);
    }

    private int count(Grade grade) {
        return (int) directives.stream().filter(d -> d.grade() == grade).count();
    }

    /**
     * @param sentences  all sentences
     * @param projects   directives of grade A
     * @param continuing directives of grade B
     * @param limits     directives of grade N
     * @param read       sentences that ask nothing (阅知)
     */
    public record Account(int sentences, int projects, int continuing, int limits, int read) {
        @Override
        public String toString() {
            return "全文 %d 句：立项 %d／常态 %d／控制 %d／阅知 %d／未处理 0"
                    .formatted(sentences, projects, continuing, limits, read);
        }
    }
}
