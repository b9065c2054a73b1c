package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.organisation.UnitId;

/** Who stands in a row as 牵头 or 配合: one unit, or a group of units that somebody else collects from. */
public sealed interface Party {

    /** As the table prints it. */
    String name();

    /** How many units that is. */
    int units();

    /** @param name the short name people use */
    record One(UnitId unit, String name) implements Party {
        @Override
        public int units() {
            return 1;
        }
    }

    /**
     * 各乡镇、各部门: never a lead; the lead of the row collects from them.
     *
     * @param kind  the group, resolved into units on the day of issue
     * @param units how many units it had when it was proposed
     */
    record Group(GroupKind kind, String name, int units) implements Party {}

    /** The groups that documents name. */
    enum GroupKind {
        TOWNSHIPS("各乡镇"),
        DEPARTMENTS("各部门"),
        VILLAGES("各村（社区）"),
        EVERYONE("各乡镇、各部门");

        private final String label;

        GroupKind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
