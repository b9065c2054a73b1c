package cn.yizhen.app.institution;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The catalogue inside the program, read once when it starts, beside whatever else starts; a faulty one keeps the
 * program from starting.
 */
@Component
class ShippedCatalogue {

    private final List<SourceFile> files;
    private final CompletableFuture<Catalogue> catalogue;

    ShippedCatalogue() {
        this.files = ShippedFiles.packed();
        this.catalogue = CompletableFuture.supplyAsync(this::read, reading -> Thread.ofPlatform().daemon().name("catalogue").start(reading));
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
        return catalogue.join();
    }

    List<SourceFile> files() {
        return files;
    }
}
