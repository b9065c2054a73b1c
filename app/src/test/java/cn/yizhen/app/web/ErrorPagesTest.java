package cn.yizhen.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("送来的内容读不懂")
class ErrorPagesTest {

    @Test
    @DisplayName("接口少了一个参数、JSON 写错、起止颠倒：都说出是哪里")
    void aProgramIsToldWhere() {
        assertThat(told(new MissingServletRequestParameterException("from", "LocalDate"))).isEqualTo("请求的参数或内容不对：少了“from”这一项。");
        assertThat(told(new ResponseStatusException(HttpStatus.BAD_REQUEST, "“until”要在“from”当天或以后。"))).endsWith("不对：“until”要在“from”当天或以后。");
        assertThat(told(new ResponseStatusException(HttpStatus.BAD_REQUEST))).isEqualTo("请求的参数或内容不对。");
        assertThat(told(unreadable("{\n \"day\": 昨天}"))).contains("JSON 第2行第");
    }

    private static HttpMessageNotReadableException unreadable(String json) {
        try {
            throw new AssertionError(JsonMapper.shared().readTree(json));
        } catch (JacksonException wrong) {
            return new HttpMessageNotReadableException("", wrong, new MockHttpInputMessage(new byte[0]));
        }
    }

    private static String told(Exception failure) {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/duties");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.BAD_REQUEST.value());
        request.setAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE, failure);
        var answer = new ErrorPages().error(request, new MockHttpServletResponse(), new ExtendedModelMap());
        return ((ErrorPages.Problem) ((ResponseEntity<?>) answer).getBody()).title();
    }
}
