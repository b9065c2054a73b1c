package cn.yizhen.sfu.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session description as lines: those of the session, and those of each media section.
 *
 * @param session lines before the first {@code m=}
 * @param media   the sections in order
 */
record Description(List<String> session, List<Media> media) {

    private static final int LONGEST = 100_000;
    private static final int MOST_SECTIONS = 32;

    /**
     * @param line  what follows {@code m=}, in words
     * @param lines the section's own lines
     */
    record Media(List<String> line, List<String> lines) {

        String kind() {
            return line.getFirst();
        }

        /** Values of an attribute, such as all {@code a=rid:…}. */
        Stream<String> all(String attribute) {
            return values(lines, attribute);
        }

        Optional<String> one(String attribute) {
            return all(attribute).findFirst();
        }

        boolean flag(String attribute) {
            return lines.contains("a=" + attribute);
        }
    }

    /** @throws BadDescription where it is not one */
    static Description read(String text) {
        if (text.length() > LONGEST) {
            throw new BadDescription("description too long");
        }
        var session = new ArrayList<String>();
        var media = new ArrayList<Media>();
        for (String line : text.split("\r?\n")) {
            if (line.startsWith("m=")) {
                List<String> words = List.of(line.substring(2).split(" "));
                if (words.size() < 4 || media.size() == MOST_SECTIONS) {
                    throw new BadDescription("bad media line");
                }
                media.add(new Media(words, new ArrayList<>()));
            } else if (!line.isEmpty()) {
                (media.isEmpty() ? session : media.getLast().lines()).add(line);
            }
        }
        if (session.isEmpty() || !session.getFirst().equals("v=0")) {
            throw new BadDescription("not a session description");
        }
        return new Description(session, media);
    }

    /** The attribute of the first section that has it, else of the session: BUNDLE makes them one transport. */
    Optional<String> transport(String attribute) {
        return Stream.concat(media.stream().flatMap(section -> section.all(attribute)), values(session, attribute)).findFirst();
    }

    private static Stream<String> values(List<String> lines, String attribute) {
        String prefix = "a=" + attribute + ":";
        return lines.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()));
    }
}
