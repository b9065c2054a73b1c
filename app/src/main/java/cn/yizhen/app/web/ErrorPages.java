package cn.yizhen.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.core.JacksonException;

/** Says what went wrong in one sentence and what to do next; never a stack trace. */
@Controller
public class ErrorPages implements ErrorController {

    private static final int UNAVAILABLE = HttpStatus.SERVICE_UNAVAILABLE.value();

    /** What a status means to the person who sees it. */
    public record Explanation(String title, String nextStep) {}

    /** The same for another program, as JSON. */
    record Problem(int status, String title, String nextStep) {}

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        response.setStatus(status);
        if (status == UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        }
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked && asked.startsWith("/api/")) {
            var told = closed(request).or(() -> full(request)).orElseGet(() -> explainToProgram(status, request));
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(new Problem(status, told.title(), told.nextStep()));
        }
        model.addAttribute("explanation", closed(request).or(() -> full(request)).or(() -> notADay(request)).or(() -> notAnAddress(request))
                .or(() -> place(request)).orElseGet(() -> explain(status)));
        return "web/error";
    }

    private static Optional<Explanation> closed(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ModuleGate.CLOSED))
                .map(_ -> new Explanation("本县没有启用这个模块。", "已登记的内容仍在，没有删除。需要启用的，请联系系统管理员（「备案与测评资料」页）。"));
    }

    private static Optional<Explanation> full(HttpServletRequest request) {
        return trouble(request).filter(DatabaseTrouble.FULL::equals).map(_ -> new Explanation("服务器的磁盘满了，这一步没有保存。",
                "已保存的内容不受影响。请告诉系统管理员腾出空间；没有提交成功的内容请留在原来的页面里，腾出后再提交一次。"));
    }

    /** The most usual thing that is typed in an address and not understood. */
    private static Optional<Explanation> notADay(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof TypeMismatchException wrong && wrong.getRequiredType() == LocalDate.class
                ? Optional.of(new Explanation("填的不是日期：" + wrong.getValue(), "写成 2026-03-31 这样。请返回上一页，改好日期再试一次；没有改动任何内容。"))
                : Optional.empty();
    }

    /** An address that lost some of its letters on the way through a chat. */
    private static Optional<Explanation> notAnAddress(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof MethodArgumentTypeMismatchException wrong
                && wrong.getRequiredType() == UUID.class && wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Optional.of(new Explanation("这个地址不完整，或写错了：里面的编号不对。", "请从发来的消息里完整复制一次，或从「我的应办」重新进入。"))
                : Optional.empty();
    }

    /** The same, told to whoever filled in a page. */
    private static Optional<Explanation> place(HttpServletRequest request) {
        return named(request).map(what -> new Explanation("页面送来的内容不完整或格式不对：" + what,
                "请返回上一页刷新，再填一次；没有改动任何内容。仍不成功，请把这句话告诉系统管理员。"));
    }

    /** What of an address, a form or a body is missing or not understood, by the name its sender gives it. */
    private static Optional<String> named(HttpServletRequest request) {
        return Optional.ofNullable(switch (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE)) {
            case MissingServletRequestParameterException missing -> "少了“" + missing.getParameterName() + "”这一项。";
            case MissingServletRequestPartException missing -> "少了“" + missing.getRequestPartName() + "”这个文件。";
            case MethodArgumentTypeMismatchException wrong -> "“" + wrong.getName() + "”这一项的内容读不懂。";
            case HttpMessageNotReadableException wrong when wrong.getCause() instanceof JacksonException json && json.getLocation() != null ->
                    "JSON 第" + json.getLocation().getLineNr() + "行第" + json.getLocation().getColumnNr() + "列读不懂。";
            case ResponseStatusException told -> told.getReason();
            case null, default -> null;
        });
    }

    private static Optional<DatabaseTrouble> trouble(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure ? DatabaseTrouble.behind(failure) : Optional.empty();
    }

    private static int status(HttpServletRequest request) {
        if (trouble(request).isPresent()) {
            return UNAVAILABLE;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static Explanation explainToProgram(int status, HttpServletRequest request) {
        return switch (status) {
            case 400 -> new Explanation("请求的参数或内容不对" + named(request).map("："::concat).orElse("。"), "请按 /api/openapi.json 核对参数、日期和 JSON 的写法。");
            case 401 -> new Explanation("没有带接口令牌，或令牌不对、已到期、已收回。", "请向安全管理员核对令牌，放在请求头 Authorization: Bearer 里。");
            case 403 -> new Explanation("令牌没有这项权限，或不在它代表的岗位的范围内。", "请安全管理员核对令牌的岗位和权限。");
            case 404 -> new Explanation("没有这个接口，或没有这项内容。", "请按 /api/openapi.json 核对地址和参数。");
            case 405 -> new Explanation("这个接口不接受这种方法。", "请按 /api/openapi.json 核对。");
            case 413 -> new Explanation("内容超过 256 KB，或没有写 Content-Length。", "请一条一条地送，并写明长度。");
            case 415 -> new Explanation("内容不是 application/json。", "请把 Content-Type 写成 application/json。");
            default -> explain(status);
        };
    }

    /** What the server itself refused: it never came to a page. */
    static Explanation explainAddress(int status) {
        return status == 400 ? new Explanation("地址（网址）或请求头写得不对。", "地址里可能有不能用的字符，如方括号、竖线、反斜杠，或者太长。请核对地址，或从「我的应办」重新进入；没有改动任何内容。")
                : explain(status);
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
            case 503 -> new Explanation("系统暂时连不上数据库，或正在启动。", "请过半分钟刷新；已保存的内容不受影响，没有提交成功的内容请留在原来的页面里，稍后再提交一次。");
            default -> new Explanation("系统没能完成这一步，什么都没有改动。", "请再试一次；仍不成功，请把时间和所在页面告诉系统管理员。");
        };
    }
}
