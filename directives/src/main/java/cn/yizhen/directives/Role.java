package cn.yizhen.directives;

import java.util.regex.Pattern;

/** What a stretch of text is for; decides how much must be seen in a clause before it counts as a directive. */
enum Role {
    TASK(Reading.PRINCIPLE),
    TARGET(Reading.PRINCIPLE),
    PRINCIPLE(Reading.PRINCIPLE),
    SITUATION(Reading.SITUATION),
    PREFACE(Reading.SITUATION),
    REVIEW(Reading.REVIEW),
    PROBLEM(Reading.PROBLEM),
    GREETING(Reading.GREETING),
    CLOSING(Reading.CLOSING),
    ATTACHMENT(Reading.ATTACHMENT);

    private static final Pattern REVIEW_TITLE = Pattern.compile("回顾|(?:工作|主要|取得的?)成(?:绩|效|就)|过去|(?:工作|情况)总结$|主要做法|基本情况|完成情况|肯定成绩");
    private static final Pattern PROBLEM_TITLE = Pattern.compile("存在的?(?:主要|突出)?(?:问题|不足)|问题与?不足|面临的?困难");
    private static final Pattern SITUATION_TITLE =
            Pattern.compile("意义|重要性|必要性|紧迫性|背景|形势|认清|(?:提高|统一|深化).{0,4}(?:认识|思想|站位)|思想认识|再提高|深刻(?:认识|领会)|正视差距");
    private static final Pattern PRINCIPLE_TITLE = Pattern.compile("指导思想|总体要求|总体思路|基本原则|工作原则|总体考虑");
    private static final Pattern TARGET_TITLE = Pattern.compile("(?:工作|总体|主要|预期|发展|任务|年度|行动)?目标(?:任务)?$|主要指标");

    private final Reading reading;

    Role(Reading reading) {
        this.reading = reading;
    }

    /** What a sentence without directives in such a stretch is. */
    Reading reading() {
        return reading;
    }

    static Role ofTitle(String title) {
        if (TARGET_TITLE.matcher(title).find()) {
            return TARGET;
        }
        if (REVIEW_TITLE.matcher(title).find()) {
            return REVIEW;
        }
        if (PROBLEM_TITLE.matcher(title).find()) {
            return PROBLEM;
        }
        if (SITUATION_TITLE.matcher(title).find()) {
            return SITUATION;
        }
        return PRINCIPLE_TITLE.matcher(title).find() ? PRINCIPLE : TASK;
    }
}
