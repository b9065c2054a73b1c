package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.document.layout.TaskReading.Read;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a file's units and days are read against.
 *
 * @param table   the county, to know units by their names
 * @param year    of the document, for days written without one
 * @param because reason of everything taken from the file
 */
record Filed(ChargeTable table, LocalDate today, int year, String because) {

    Parties parties(Read read) {
        return Parties.of(read.task(), table, because);
    }

    /** The day a row's time limit names, if it can be read. */
    Optional<LocalDate> day(Read read) {
        return Deadlines.read(read.task().deadline(), year);
    }
}
