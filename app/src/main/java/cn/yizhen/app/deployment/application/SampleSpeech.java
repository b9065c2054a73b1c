package cn.yizhen.app.deployment.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** An invented speech for trying out, dated a few days before the day it is asked for. */
@Component
public class SampleSpeech {

    private final String template = read();

    public LocalDate date(LocalDate today) {
        return today.minusDays(3);
    }

    /** One of its deadlines has already passed on purpose. */
    public String text(LocalDate today) {
        var date = date(today);
        return template
                .replace("${date}", words(date))
                .replace("${past}", words(today.minusDays(1)))
                .replace("${next}", String.valueOf(date.getYear() + 1));
    }

    private static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String read() {
        try {
            return new ClassPathResource("deployment/sample-speech.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
