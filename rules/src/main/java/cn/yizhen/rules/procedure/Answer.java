package cn.yizhen.rules.procedure;

import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** What was given for one ask of a step (填写内容). */
public sealed interface Answer {

    /** As printed; units print as their ids and are named by whoever knows the organisation. */
    String printed();

    record Words(String text) implements Answer {
        @Override
        public String printed() {
            return text;
        }
    }

    record Day(LocalDate day) implements Answer {
        @Override
        public String printed() {
            return Days.full(day);
        }
    }

    record Units(Set<UnitId> units) implements Answer {
        public Units {
            units = Set.copyOf(units);
        }

        @Override
        public String printed() {
            return units.toString();
        }
    }

    record Amount(BigDecimal number) implements Answer {
        @Override
        public String printed() {
            return number.toPlainString();
        }
    }
}
