package cn.yizhen.app.demo;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.meeting.Distances;
import cn.yizhen.app.meeting.Distances.Towards;
import cn.yizhen.rules.meeting.Distance;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** How far the invented places lie apart: the first township is the county seat's own, mountain roads take two minutes a kilometre. */
@Component
class DemoDistances implements DemoPart {

    private static final int KM = 1000;

    private final Distances distances;

    DemoDistances(Distances distances) {
        this.distances = distances;
    }

    @Override
    public String name() {
        return "distances";
    }

    @Override
    public void add(Writing writing, Organisation county, LocalDate today) {
        var toCounty = new LinkedHashMap<UnitId, Distance>();
        var toTownship = new LinkedHashMap<UnitId, Distance>();
        var townships = county.units().stream().filter(unit -> unit.kind() == UnitKind.TOWNSHIP).toList();
        for (int i = 0; i < townships.size(); i++) {
            var far = road(i == 0 ? 2 : 9 + i * 17 % 58);
            toCounty.put(townships.get(i).id(), far);
            var villages = county.children(townships.get(i).id()).stream()
                    .filter(unit -> unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.COMMUNITY).toList();
            for (int j = 0; j < villages.size(); j++) {
                var near = road(villages.get(j).kind() == UnitKind.COMMUNITY ? 1 : 2 + j * 5 % 17);
                toTownship.put(villages.get(j).id(), near);
                toCounty.put(villages.get(j).id(), far.plus(near));
            }
        }
        distances.keep(writing, Towards.COUNTY, toCounty);
        distances.keep(writing, Towards.TOWNSHIP, toTownship);
    }

    private static Distance road(int kilometres) {
        return new Distance(kilometres * KM, kilometres * 2);
    }
}
