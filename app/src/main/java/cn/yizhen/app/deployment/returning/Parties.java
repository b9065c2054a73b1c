package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.Leader;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.app.document.layout.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The units and the leader a row of a file names, as far as the county knows them.
 *
 * @param assignment of those that are known
 * @param unknown    names that mean nothing here, and groups that stand as lead
 */
record Parties(Assignment assignment, List<String> unknown) {

    /** @param reason why these stand there */
    static Parties of(Task task, ChargeTable table, String reason) {
        var unknown = new ArrayList<String>();
        var supporting = new LinkedHashSet<Party>();
        Party.One lead = null;
        for (var name : task.leads()) {
            var unit = table.unit(name);
            if (unit.isEmpty()) {
                table.group(name).ifPresentOrElse(group -> {
                    supporting.add(group);
                    unknown.add(name);
                }, () -> unknown.add(name));
            } else if (lead == null) {
                lead = unit.get();
            } else {
                supporting.add(unit.get());
            }
        }
        for (var name : task.supports()) {
            table.unit(name).<Party>map(unit -> unit).or(() -> table.group(name))
                    .ifPresentOrElse(supporting::add, () -> unknown.add(name));
        }
        if (lead != null) {
            supporting.remove(lead);
        }
        return new Parties(new Assignment(lead, List.copyOf(supporting), leader(task, table, lead).orElse(null), reason, true), List.copyOf(unknown));
    }

    /** Who is named; nobody named, whoever is in charge of the lead. */
    private static Optional<Leader> leader(Task task, ChargeTable table, Party.@Nullable One lead) {
        var named = String.join("、", task.leaders());
        if (named.isEmpty()) {
            return Optional.ofNullable(lead).map(one -> table.leaders().get(one.unit()));
        }
        return table.leaders().values().stream().distinct().filter(leader -> plain(leader.name()).equals(plain(named)))
                .findFirst().or(() -> table.leaders().values().stream().distinct().filter(leader -> person(leader.name()).equals(person(named))).findFirst());
    }

    private static String plain(String name) {
        return name.replaceAll("\\s", "");
    }

    /** The name before the title. */
    private static String person(String name) {
        return name.strip().split("[\\s（(、]")[0];
    }
}
