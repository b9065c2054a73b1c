package cn.yizhen.app.room;

import cn.yizhen.sfu.recording.WebmEnding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The directory of one recording: its timeline, a file a track, the pages that were shown. */
record RecordingFiles(Path directory) {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingFiles.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TIMELINE = "timeline.json";
    private static final Pattern NAME = Pattern.compile("\\d{3,6}-(?:camera|microphone|screen)\\.(?:webm|mkv)|[0-9a-f]{8}-\\d{1,3}\\.png");

    Optional<Timeline> timeline() {
        var file = directory.resolve(TIMELINE);
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Timeline.class)) : Optional.empty();
    }

    /** Whole or not at all. */
    void write(Timeline timeline) {
        try {
            var beside = directory.resolve("timeline.new");
            Folders.writeThrough(beside, JSON.writeValueAsBytes(timeline));
            Files.move(beside, directory.resolve(TIMELINE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file by the name a page asks for; nothing for any other name. */
    Optional<Path> file(String name) {
        return NAME.matcher(name).matches() ? Optional.of(directory.resolve(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    /** How many pictures and sounds were begun. */
    int count() throws IOException {
        try (var all = Files.list(directory)) {
            return (int) all.filter(path -> path.getFileName().toString().matches("\\d{3,6}-.*")).count();
        }
    }

    /** Gives every file its length and index that nobody came to end: the program stopped in the middle, or the disk was full. */
    Timeline mended(Timeline timeline) {
        var mended = timeline;
        for (var piece : timeline.pieces()) {
            if (!piece.ended()) {
                mended = mended.with(ended(piece));
            }
        }
        return mended;
    }

    private Timeline.Piece ended(Timeline.Piece piece) {
        try {
            return piece.ended(piece.at(), WebmEnding.end(directory.resolve(piece.file())), piece.gaps());
        } catch (IOException e) {
            LOG.warn("a file of a recording cannot be ended: {}", e.getClass().getSimpleName());
            return piece.playing(length(piece.file()));
        }
    }

    /** It plays without an index too; whoever opens it once the disk has room ends it. */
    private long length(String file) {
        try {
            return WebmEnding.length(directory.resolve(file));
        } catch (IOException e) {
            return 0;
        }
    }
}
