package cn.yizhen.sfu.stun;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers connectivity checks as an ICE-lite agent. It only ever answers a binding request that proved the
 * password of a transport it knows; anything else meets silence.
 */
public final class IceLite {

    private final Function<String, @Nullable IceCredentials> transports;

    /** @param transports credentials by the name the signalling gave out, or null for an unknown name */
    public IceLite(Function<String, @Nullable IceCredentials> transports) {
        this.transports = transports;
    }

    /**
     * A check that was proved.
     *
     * @param ufrag     the transport it was meant for
     * @param answer    what to send back to where it came from; never longer than the question
     * @param nominates whether the other side chose this path
     * @param accepted  false where the answer is an error and the address must not be used
     */
    public record Check(String ufrag, byte[] answer, boolean nominates, boolean accepted) {}

    /** Looks at a datagram whose first byte says STUN (0 to 3, RFC 7983). */
    public Optional<Check> check(byte[] datagram, InetSocketAddress from) {
        return StunMessage.read(datagram)
                .filter(message -> message.type() == StunMessage.BINDING_REQUEST && message.fingerprintHolds())
                .flatMap(message -> answer(message, from));
    }

    private Optional<Check> answer(StunMessage asked, InetSocketAddress from) {
        String ufrag = asked.text(StunAttribute.USERNAME).map(name -> name.substring(0, Math.max(0, name.indexOf(':')))).orElse("");
        IceCredentials credentials = ufrag.isEmpty() ? null : transports.apply(ufrag);
        if (credentials == null || !asked.provedBy(credentials.key())) {
            return Optional.empty();
        }
        var unknown = asked.notUnderstood();
        var reply = unknown.isEmpty()
                ? new StunWriter(StunMessage.BINDING_SUCCESS, asked).mappedAddress(from)
                : new StunWriter(StunMessage.BINDING_ERROR, asked).error(420).notUnderstood(unknown);
        byte[] bytes = reply.signed(credentials.key());
        return bytes.length > asked.bytes().length
                ? Optional.empty()
                : Optional.of(new Check(ufrag, bytes, asked.has(StunAttribute.USE_CANDIDATE), unknown.isEmpty()));
    }
}
