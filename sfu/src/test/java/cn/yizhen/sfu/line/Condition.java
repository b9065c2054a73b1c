package cn.yizhen.sfu.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a line is like in one direction.
 *
 * @param rate      bits a second; 0 for as fast as it comes
 * @param delay     of every packet
 * @param loss      share of packets that are lost, 0 to 1
 * @param reordered share of packets that are held back, so that later ones overtake them
 * @param heldBack  for how long
 * @param queue     octets that may wait for the rate; what comes then is lost
 * @param burst     octets that pass at once after a pause, as shapers of operators let them
 */
public record Condition(long rate, Duration delay, double loss, double reordered, Duration heldBack, int queue, int burst) {

    /** A line that carries everything at once. */
    public static final Condition CLEAR = new Condition(0, Duration.ZERO, 0, 0, Duration.ofMillis(20), 60_000, 0);

    public Condition {
        if (rate < 0 || delay.isNegative() || loss < 0 || loss > 1 || reordered < 0 || reordered > 1 || heldBack.isNegative() || queue < 0 || burst < 0) {
            throw new IllegalArgumentException("not a line: " + rate + " " + delay + " " + loss + " " + reordered + " " + heldBack + " " + queue + " " + burst);
        }
    }

    public Condition rate(long bitsPerSecond) {
        return new Condition(bitsPerSecond, delay, loss, reordered, heldBack, queue, burst);
    }

    public Condition loss(double share) {
        return new Condition(rate, delay, share, reordered, heldBack, queue, burst);
    }

    public Condition delay(Duration time) {
        return new Condition(rate, time, loss, reordered, heldBack, queue, burst);
    }

    /**
     * This line with what is said changed: {@code rate=300k,delay=30,loss=0.1,reordered=0.01,held=20,queue=60000,burst=4000};
     * times in milliseconds, {@code k} and {@code m} for thousands and millions of bits a second.
     *
     * @throws IllegalArgumentException naming the word that is not understood
     */
    public Condition with(String words) {
        return Arrays.stream(words.split(",")).filter(word -> !word.isBlank()).reduce(this, Condition::changed, (_, last) -> last);
    }

    private Condition changed(String word) {
        String[] pair = word.strip().split("=", 2);
        if (pair.length != 2) {
            throw new IllegalArgumentException(word + ": expected name=value");
        }
        try {
            return switch (pair[0]) {
                case "rate" -> rate(bits(pair[1]));
                case "delay" -> delay(millis(pair[1]));
                case "loss" -> loss(Double.parseDouble(pair[1]));
                case "reordered" -> new Condition(rate, delay, loss, Double.parseDouble(pair[1]), heldBack, queue, burst);
                case "held" -> new Condition(rate, delay, loss, reordered, millis(pair[1]), queue, burst);
                case "queue" -> new Condition(rate, delay, loss, reordered, heldBack, Integer.parseInt(pair[1]), burst);
                case "burst" -> new Condition(rate, delay, loss, reordered, heldBack, queue, Integer.parseInt(pair[1]));
                default -> throw new IllegalArgumentException("known are rate, delay, loss, reordered, held, queue, burst");
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(word + ": " + e.getMessage(), e);
        }
    }

    private static Duration millis(String number) {
        return Duration.ofMillis(Long.parseLong(number));
    }

    private static long bits(String text) {
        String number = text.toLowerCase(Locale.ROOT);
        int factor = number.endsWith("m") ? 1_000_000 : number.endsWith("k") ? 1000 : 1;
        return (long) (Double.parseDouble(factor == 1 ? number : number.substring(0, number.length() - 1)) * factor);
    }
}
