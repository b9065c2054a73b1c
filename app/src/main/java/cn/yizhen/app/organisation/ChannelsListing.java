package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A unit's own accounts and work groups to take along: what its page shows, neither members nor content. */
@Component
class ChannelsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("名称", 4), Column.of("种类", 2), Column.of("用途", 5), Column.of("谁负责", 3), Column.of("谁审核", 3),
            Column.of("至少几天更新", 2).centred(), Column.of("哪天解散", 2).centred());

    private final Organisations organisations;

    ChannelsListing(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        var organisation = organisations.asOf(scope);
        Unit unit = organisation.unit(UnitId.of(asked.getOrDefault("unit", ""))).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Listed(unit.shortName() + "账号和工作群", "截至" + Days.full(scope.asOf().on()), COLUMNS, RegistryPages.channels(organisation, unit.id()).stream()
                .map(line -> Row.of(line.channel().name(), line.channel().kind().chinese(), line.channel().purpose(), line.owner(), line.reviewer(),
                        line.channel().freshDays() == 0 ? "" : String.valueOf(line.channel().freshDays()), Objects.toString(line.channel().dissolveBy(), ""))).toList());
    }
}
