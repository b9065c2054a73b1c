package cn.yizhen.app.document.layout;

import java.util.ArrayList;
import java.util.List;

/** An invented table of forty rows under four headings. */
final class SampleTasks {

    private static final List<String> HEADINGS = List.of("一、产业发展", "二、乡村振兴", "三、民生实事", "四、自身建设");

    private SampleTasks() {}

    static TaskTable table() {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tasks.add(task(i));
        }
        return new TaskTable("云岭县 2026 年重点工作任务分解表", "云办发〔2026〕7号　2026年3月2日", tasks,
                "注：牵头单位两个以上的，列第一位的为总牵头；“持续推进”的不要求单独报送进展。");
    }

    private static Task task(int i) {
        boolean water = i % 5 == 3;
        String wording = switch (i % 4) {
            case 0 -> "年内建成县级冷链仓储中心 1 座。";
            case 1 -> "6 月底前制定小微企业用地保障办法，明确申请、审核、公示三个环节的办理时间，把材料减到 4 份以内，并在政务服务大厅和各乡镇便民服务中心同步公开。";
            case 2 -> "持续推进农村供水保障，完善村级管护员日常巡查。";
            default -> "压减会议和文件，全年县级会议不超过上年。";
        };
        return new Task("t-" + i, String.valueOf(i + 1), HEADINGS.get(i / 10),
                i / 4 % 2 == 0 ? "项目建设" : "制度建设", wording,
                List.of(i % 2 == 0 ? "副县长 乔远" : "常委 叶知秋"),
                List.of(water ? "县水务局" : "县商务局"),
                List.of("县发展改革局", "县财政局", "县自然资源局", "各乡镇人民政府"),
                i % 4 == 2 ? "持续推进" : "2026年12月31日前", i == 7 ? "含占位，待确认" : "");
    }
}
