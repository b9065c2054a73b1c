package cn.yizhen.app.document.reading;

import java.util.List;

/**
 * What a layout read from a workbook.
 *
 * @param entries every row that holds anything, faulty ones too
 * @param present false where the workbook has no such sheet
 */
public record Reading(List<Entry> entries, List<Finding> findings, boolean present) {

    public Reading {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.stream().noneMatch(Finding::fault);
    }
}
