package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Standard;

/** How wide words are, in characters of their own size: a Chinese character is one, a letter or digit half of one. */
final class Widths {

    private Widths() {}

    static double of(String words) {
        return words.codePoints().mapToDouble(c -> c < 0x2E80 && c != '—' && c != '…' && c != '“' && c != '”' && c != '‘' && c != '’' ? 0.5 : 1).sum();
    }

    /** Points that words of the text's size take, tracking included. */
    static double points(String words) {
        return of(words) * (Standard.SIZE_3.points() + Standard.TRACKING.points());
    }

    /** Points of so many characters of the text. */
    static double characters(double count) {
        return count * (Standard.SIZE_3.points() + Standard.TRACKING.points());
    }
}
