package cn.yizhen.app.room;

import cn.yizhen.app.host.HostSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what of a room survives a restart, a file a room beside the database. Files and not rows, so that neither act
 * nor journal of the database tells who had the floor when (docs/decisions/0146).
 */
@Component
class Stands {

    private static final Logger LOG = LoggerFactory.getLogger(Stands.class);
    private static final int DIGITS = 1_000_000;

    private final Path directory;
    /** Beginnings that the disk would not take: the same for whoever asks, until it does. */
    private final Map<UUID, Stand> unwritten = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.builder().build();

    Stands(HostSettings settings) {
        this.directory = settings.data().resolve("rooms");
    }

    /** The directory of one room. */
    Path of(UUID room) {
        return directory.resolve(room.toString());
    }

    /** Whether anything of a room is kept. */
    synchronized boolean exists(UUID room) {
        return written(room).isPresent();
    }

    /** What was kept, or the beginning of a room nobody was in yet. */
    synchronized Stand read(UUID room) {
        return written(room).orElseGet(() -> {
            var fresh = unwritten.computeIfAbsent(room, _ -> fresh());
            try {
                write(room, fresh);
            } catch (UncheckedIOException e) {
                LOG.warn("a room begins unwritten: {}", e.getCause().getClass().getSimpleName());
            }
            return fresh;
        });
    }

    private Optional<Stand> written(UUID room) {
        var file = of(room).resolve("stand.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(file.toFile(), Stand.class));
        } catch (JacksonException e) {
            // a file damaged on the disk: the room begins anew, rather than never again
            LOG.error("the stand of a room cannot be read, the room begins anew: {}", room);
            return Optional.empty();
        }
    }

    /** The beginning of a room. */
    Stand fresh() {
        return Stand.fresh(secret(), code());
    }

    /** Whole or not at all. */
    synchronized void write(UUID room, Stand stand) {
        try {
            Files.createDirectories(of(room));
            var beside = of(room).resolve("stand.new");
            Folders.writeThrough(beside, json.writeValueAsBytes(stand));
            Files.move(beside, of(room).resolve("stand.json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            unwritten.remove(room);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rooms of which nothing here was changed since. */
    List<UUID> unusedSince(Instant since) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var all = Files.list(directory)) {
            return all.filter(room -> room.getFileName().toString().matches("[0-9a-f-]{36}") && lastChange(room).isBefore(since))
                    .map(room -> UUID.fromString(room.getFileName().toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastChange(Path room) {
        try (var files = Files.walk(room)) {
            return files.map(file -> file.toFile().lastModified()).max(Comparator.naturalOrder()).map(Instant::ofEpochMilli).orElse(Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String code() {
        return "%06d".formatted(random.nextInt(DIGITS));
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
