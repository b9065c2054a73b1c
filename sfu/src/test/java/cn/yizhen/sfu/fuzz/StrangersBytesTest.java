package cn.yizhen.sfu.fuzz;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("谁都没有担保过的字节")
class StrangersBytesTest {

    private static final int INPUTS = 4000;

    @ParameterizedTest
    @EnumSource(Target.class)
    @DisplayName("好报文改几个字节、截短、接长、拼起来，全凭种子：不抛错")
    void changed(Target target) {
        var random = new Random(20_261_126);
        var seeds = target.seeds();
        for (int i = 0; i < (target == Target.DTLS ? INPUTS / 4 : INPUTS); i++) {
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
                case 2 -> System.arraycopy(other, 0, bytes, 0, Math.min(other.length, random.nextInt(bytes.length)));
                default -> { }
            }
            for (int change = random.nextInt(6); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : new int[] {0, 0xFF, 0x80, 0x7F}[random.nextInt(4)]);
            }
            byte[] input = bytes;
            take(target, input, i);
        }
    }

    private static void take(Target target, byte[] input, int number) {
        try {
            target.take(input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("input %d: %s".formatted(number, HexFormat.of().formatHex(input)), e);
        }
    }
}
