package cn.yizhen.rules.institution.reading;

/**
 * A file of the catalogue as it lies there.
 *
 * @param path  under {@code institutions/}, parts joined by /
 * @param bytes its content
 * @param local whether the county wrote it itself: its names stand apart, and it may rest on a paper of its own
 */
public record SourceFile(String path, byte[] bytes, boolean local) {

    /** A file that ships with the program. */
    public SourceFile(String path, byte[] bytes) {
        this(path, bytes, false);
    }

    /** {@code branch-life} of {@code 1-political/branch-life.yaml}. */
    String stem() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    }

    /** {@code 1-political} of {@code 1-political/branch-life.yaml}, "" without a folder. */
    String folder() {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Whether it holds cases rather than an institution. */
    public boolean holdsCases() {
        return path.endsWith(".cases.yaml");
    }
}
