package cn.yizhen.app.institution;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The catalogue inside the program, read once: when somebody first asks for it, and at the latest when the program
 * stands. A faulty one keeps a program from starting that has not started with these very files before.
 */
@Component
class ShippedCatalogue {

    private final List<SourceFile> files = ShippedFiles.packed();
    private final CompletableFuture<Catalogue> catalogue = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Nobody is to wait for it who comes once the program stands. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (begun.compareAndSet(false, true)) {
            catalogue.completeAsync(this::read, reading -> Thread.ofPlatform().daemon().name("catalogue").start(reading));
        }
    }

    private Catalogue read() {
        return switch (CatalogueReader.read(files)) {
            case Reading.Read<Catalogue>(var read) -> read;
            case Reading.Faulty<Catalogue>(var faults) -> throw new CannotStart(
                    "制度文件有错误，平台不能启动：\n" + faults.stream().map(Object::toString).collect(Collectors.joining("\n")),
                    "按上面的文件和行号改正后，用 ./yizhen institutions 检查，再启动。");
        };
    }

    Catalogue catalogue() {
        begin();
        return catalogue.join();
    }

    /** As {@link Catalogue#digest}, known without reading the files. */
    String digest() {
        return CatalogueReader.digest(files);
    }

    List<SourceFile> files() {
        return files;
    }
}
