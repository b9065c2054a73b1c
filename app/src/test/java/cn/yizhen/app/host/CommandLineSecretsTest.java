package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("命令行上没有密码")
class CommandLineSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"--yizhen.database.app-password=x", "--yizhen.provider.client-secret=x", "jdbc:postgresql://h/yizhen?user=u&password=x",
            "--yizhen.database.url=jdbc:postgresql://h/yizhen?Password=x", "host=h user=u password=x"})
    @DisplayName("写了的一律不收，也不重复它")
    void refused(String word) {
        assertThatThrownBy(() -> Words.refuseSecrets(List.of("--port", "0", word))).isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("密码不能写在命令行上").hasMessageNotContaining("=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password-file", "/etc/yizhen/owner.password", "jdbc:postgresql://h/yizhen?sslmode=require", "host=h user=u"})
    @DisplayName("口令文件和没有密码的地址照常")
    void taken(String word) {
        assertThatCode(() -> Words.refuseSecrets(List.of(word))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("设置文件里地址带的密码，报错时不写出来")
    void masked() {
        assertThat(new DatabaseLogin("jdbc:postgresql://h/yizhen?password=geheim&ssl=true", "u", "p")).asString()
                .isEqualTo("u@jdbc:postgresql://h/yizhen?password=***&ssl=true");
    }
}
