package cn.yizhen.app.document;

/**
 * A figure of a standard.
 *
 * @param amount how much, in the unit
 * @param clause the clause that gives it, or from which it follows
 * @param given  false where the standard does not print it and it follows from other figures, or is usage
 */
public record Figure(double amount, Unit unit, String clause, boolean given) {

    /** What is counted. */
    public enum Unit { MILLIMETRES, POINTS, CHARACTERS, LINES }

    private static final double POINTS_PER_MM = 72 / 25.4;

    static Figure mm(double amount, String clause) {
        return new Figure(amount, Unit.MILLIMETRES, clause, true);
    }

    static Figure points(double amount, String clause) {
        return new Figure(amount, Unit.POINTS, clause, true);
    }

    static Figure characters(double amount, String clause) {
        return new Figure(amount, Unit.CHARACTERS, clause, true);
    }

    static Figure lines(double amount, String clause) {
        return new Figure(amount, Unit.LINES, clause, true);
    }

    /** The same, as derived or usual rather than printed in the standard. */
    Figure derived() {
        return new Figure(amount, unit, clause, false);
    }

    public double mm() {
        return require(Unit.MILLIMETRES);
    }

    /** In points, whatever it is given in; characters are those of the body, 3号. */
    public double points() {
        return switch (unit) {
            case MILLIMETRES -> amount * POINTS_PER_MM;
            case POINTS -> amount;
            case CHARACTERS -> amount * Standard.SIZE_3.amount();
            case LINES -> amount * Standard.LEADING.amount();
        };
    }

    public int count() {
        return (int) amount;
    }

    private double require(Unit asked) {
        if (unit != asked) {
            throw new IllegalStateException("figure of " + clause + " is in " + unit);
        }
        return amount;
    }
}
