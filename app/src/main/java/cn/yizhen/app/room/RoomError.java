package cn.yizhen.app.room;

import java.util.Locale;

/** What a room refuses: an id that programs may rely on, and words for people that may be reworded. */
enum RoomError {
    BAD_TOKEN("进入会议的凭据不对或已过期。请从原来的链接重新进入。"),
    WRONG_ROOM("这张凭据是另一个会议室的。请从本次会议的链接进入。"),
    BAD_MESSAGE("页面送来的内容读不懂。请刷新页面。"),
    BAD_DESCRIPTION("浏览器送来的媒体描述读不懂。请换用新版 Chrome、Edge 或 Firefox。"),
    TOO_MANY("操作过快，请稍候。"),
    ROOM_FULL("会议室已满。请与已在会场的人合用一块屏幕，或拨打会务电话。"),
    MACHINE_FULL("本机同时开的会已到上限，暂时接不进。请稍后再进，或拨打会务电话。"),
    LINE_FULL("本机线路已满，暂时接不进。请稍后再进，或拨打会务电话。"),
    SOUND_ONLY("本机线路只够再接一路声音，您暂时看不到画面。"),
    ELSEWHERE("您已在另一台设备或另一个窗口进入，这里已断开。"),
    DISK_FULL("服务器磁盘快满了，录制停在这里，已经录下的都在。会议照开。"),
    NOT_HOST("这一步由主持人做。"),
    NO_SUCH_SEAT("这个席位现在没有人，或是来宾，不能做主持人。"),
    NOT_ADMITTED("主持人没有确认您的身份。请拨打会务电话。"),
    REMOVED("主持人已请您离开会场。");

    private final String text;

    RoomError(String text) {
        this.text = text;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text() {
        return text;
    }
}
