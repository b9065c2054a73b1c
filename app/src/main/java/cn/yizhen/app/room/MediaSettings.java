package cn.yizhen.app.room;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about video; see {@code docs/operations.md}.
 *
 * @param port           the one UDP and TCP port media use; 0 lets the system draw one, for a demonstration
 * @param publicAddress  addresses people reach this machine under, without port; empty means those of the machine itself
 * @param uplinkMbit     what the machine's line carries outwards, in Mbit/s
 * @param pictureKbit    what one receiver with pictures is counted as
 * @param soundKbit      what one receiver of sound alone is counted as
 * @param mostInRoom     people in one room at once
 * @param mostOnMachine people in all rooms together
 * @param mostChecks     network checks at once
 * @param roomKept       how long stand and pages of a room stay after the last change
 * @param recordingKept  how long a recording is kept; zero means that nothing is recorded
 * @param recordingMostTracks pictures and sounds written at once
 * @param recordingReserveMb  what must be free on the disk for a recording to begin
 * @param turn           addresses of an external TURN server, such as {@code turn:turn.example.cn:3478?transport=tcp}
 * @param turnSecret     the secret it shares with this program (coturn: {@code static-auth-secret})
 */
@ConfigurationProperties("yizhen.media")
public record MediaSettings(
        @DefaultValue("10000") int port,
        @DefaultValue List<String> publicAddress,
        @DefaultValue("100") long uplinkMbit,
        @DefaultValue("1000") long pictureKbit,
        @DefaultValue("100") long soundKbit,
        @DefaultValue("300") int mostInRoom,
        @DefaultValue("1000") int mostOnMachine,
        @DefaultValue("20") int mostChecks,
        @DefaultValue("7d") Duration roomKept,
        @DefaultValue("0d") Duration recordingKept,
        @DefaultValue("40") int recordingMostTracks,
        @DefaultValue("5000") long recordingReserveMb,
        @DefaultValue List<String> turn,
        @DefaultValue("") String turnSecret) {

    List<InetSocketAddress> reachedAt(int bound) {
        return publicAddress.stream().map(address -> new InetSocketAddress(address, bound)).toList();
    }
}
