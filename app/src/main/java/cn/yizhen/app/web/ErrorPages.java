package cn.yizhen.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what went wrong in one sentence and what to do next; never a stack trace. */
@Controller
public class ErrorPages implements ErrorController {

    /** What a status means to the person who sees it. */
    public record Explanation(String title, String nextStep) {}

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        model.addAttribute("explanation", explain(status));
        return "web/error";
    }

    private static Explanation explain(int status) {
        return switch (status) {
            case 400 -> new Explanation("页面送来的内容不完整或格式不对。", "请返回上一页，检查填写的内容后再提交一次。");
            case 401 -> new Explanation("尚未登录，或登录已到期。", "请重新登录；没有提交的内容还在原来的页面里。");
            case 403 -> new Explanation("这一步不在您今天的岗位范围内。", "如岗位有变动，请联系本单位党政办核对；页面停留过久时，返回刷新后再试。");
            case 404 -> new Explanation("没有这个页面，或它不在您的查看范围内。", "请从「我的应办」重新进入。");
            case 405 -> new Explanation("这个地址不接受这种操作。", "请从「我的应办」重新进入。");
            case 413 -> new Explanation("上传的文件超过 50 MB。", "请压缩或拆分后再上传，或只上传正文。");
            case 429 -> new Explanation("尝试次数过多。", "请过几分钟再试。");
            case 503 -> new Explanation("系统正在启动或暂时不可用。", "请稍候刷新；已保存的内容不受影响。");
            default -> new Explanation("系统没能完成这一步，什么都没有改动。", "请再试一次；仍不成功，请把时间和所在页面告诉系统管理员。");
        };
    }
}
