package cn.yizhen.directives;

/** Counts the code points of a text once, so that places can be given in them. */
final class CodePoints {

    private final String text;
    private final int[] before;
    private final int[] character;

    CodePoints(String text) {
        this.text = text;
        before = new int[text.length() + 1];
        for (int i = 0, count = 0; i < text.length(); i++) {
            before[i] = count;
            boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            if (second) {
                before[i] = count - 1;
            } else {
                count++;
            }
            before[i + 1] = count;
        }
        character = new int[before[text.length()] + 1];
        for (int i = text.length(); i >= 0; i--) {
            character[before[i]] = i;
        }
    }

    /** Code points before the character at {@code index}. */
    int of(int index) {
        return before[index];
    }

    String between(int from, int to) {
        return text.substring(character[from], character[to]);
    }
}
