package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("数据库地址")
class DatabaseAddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jdbc:postgresql://10.1.2.3/yizhen, true",
        "jdbc:postgresql://db.example:5433/yizhen?sslmode=prefer, true",
        "jdbc:postgresql://db/yizhen?ApplicationName=x&sslmode=verify-full&sslrootcert=/ca.pem, false",
        "jdbc:postgresql://db/yizhen?sslmode=require, false",
        "jdbc:postgresql://127.0.0.1:5432/yizhen, false",
        "jdbc:postgresql://localhost/yizhen, false",
        "jdbc:postgresql:///yizhen, false",
        "jdbc:postgresql:yizhen, false",
    })
    @DisplayName("在另一台机器上、又没有要求加密的，启动时要提醒")
    void onAnotherMachine(String url, boolean inTheClear) {
        assertThat(new HostSettings.Database(url, "o", "", "a", "").inTheClear()).isEqualTo(inTheClear);
    }
}
