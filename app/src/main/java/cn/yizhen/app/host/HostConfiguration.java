package cn.yizhen.app.host;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the clock and the database the settings ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HostSettings.class)
@Import(Management.class)
class HostConfiguration {

    /** Days are civil days in Asia/Shanghai, whatever the zone of the machine. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    DatabaseChoice databaseChoice(HostSettings settings, @Value("${yizhen.attached:false}") boolean attached, ObjectProvider<EarlyDatabase> early) {
        return attached ? DatabaseChoice.attached(settings) : early.getIfAvailable(() -> EarlyDatabase.begin(settings)).taken();
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseChoice database) {
        return new JdbcDetails(database.app());
    }

    @Bean
    HealthCheck databaseCheck(DataSource database) {
        return new HealthCheck("database", () -> {
            try (var connection = database.getConnection()) {
                return connection.isValid(3) ? Optional.empty() : Optional.of("数据库没有应答。");
            } catch (SQLException e) {
                return Optional.of("数据库连接不上。");
            }
        });
    }

    @Bean
    HealthCheck migrationsCheck(DatabaseChoice database) {
        return new HealthCheck("migrations", () -> Schema.trouble(database.owner()));
    }

    private record JdbcDetails(DatabaseLogin login) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }
}
