package cn.yizhen.app.access;

import cn.yizhen.rules.Reason;
import java.util.Optional;

/**
 * What a password must be. The graded-protection standard (GB/T 22239—2019, 8.1.4.1) asks for complexity
 * and gives no number; assessors commonly take eight characters of several classes. Length does the work
 * here, so that a village clerk may use a phrase.
 */
final class Passwords {

    static final int SHORTEST = 8;

    private Passwords() {}

    static Optional<Reason> check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Reason.of("password-short", "密码不足 " + SHORTEST + " 位。", "请用 " + SHORTEST + " 位以上，字母、数字、汉字都可以。"));
        }
        if (password.chars().distinct().count() < 4) {
            return Optional.of(Reason.of("password-plain", "密码里不同的字符太少。", "请换一个，不要全用同一个字符。"));
        }
        return Optional.empty();
    }
}
