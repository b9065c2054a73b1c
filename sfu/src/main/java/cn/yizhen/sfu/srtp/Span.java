package cn.yizhen.sfu.srtp;

import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** A stretch of a byte array that can grow at its end: how jitsi-srtp is handed a packet. Reused, not shared. */
public final class Span implements ByteArrayBuffer {

    private byte[] buffer;
    private int offset;
    private int length;

    public Span(int capacity) {
        this.buffer = new byte[capacity];
    }

    /** Speaks of these bytes from now on. */
    public Span over(byte[] bytes, int length) {
        this.buffer = bytes;
        this.offset = 0;
        this.length = length;
        return this;
    }

    @Override
    public byte[] getBuffer() {
        return buffer;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int length) {
        this.length = length;
    }

    @Override
    public void setOffset(int offset) {
        this.offset = offset;
    }

    @Override
    public boolean isInvalid() {
        return buffer.length < offset + length;
    }

    @Override
    public void readRegionToBuff(int from, int count, byte[] to) {
        System.arraycopy(buffer, offset + from, to, 0, count);
    }

    @Override
    public void grow(int by) {
        if (offset + length + by > buffer.length) {
            buffer = Arrays.copyOf(buffer, offset + length + by);
        }
    }

    @Override
    public void append(byte[] data, int count) {
        grow(count);
        System.arraycopy(data, 0, buffer, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int by) {
        length = Math.max(0, length - by);
    }
}
