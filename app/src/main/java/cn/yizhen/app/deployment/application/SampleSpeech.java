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

    private final String speech = read("sample-speech.txt");
    private final String issued = read("sample-issued.txt");

    public LocalDate date(LocalDate today) {
        return today.minusDays(3);
    }

    /** One of its deadlines has already passed on purpose. */
    public String text(LocalDate today) {
        return dated(speech, today);
    }

    /** A shorter invented paper, for a table that is issued already. */
    public String issued(LocalDate today) {
        return dated(issued, today);
    }

    private String dated(String template, LocalDate today) {
        var date = date(today);
        return template
                .replace("${date}", words(date))
                .replace("${past}", words(today.minusDays(1)))
                .replace("${next}", String.valueOf(date.getYear() + 1));
    }

    private static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("deployment/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
