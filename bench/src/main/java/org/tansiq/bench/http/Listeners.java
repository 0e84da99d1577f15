package org.tansiq.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Event streams that are all read by one thread, which only counts the deliveries that came. */
final class Listeners implements AutoCloseable {
    private static final int BUFFER = 256 << 10;
    private static final long PATIENCE_MS = 100;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LATE_MAX = TimeUnit.SECONDS.toNanos(60);

    private final Selector selector = Selector.open();
    private final AtomicLong came = new AtomicLong();
    private final AtomicReference<IOException> failed = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closing;

    /** One stream for each token. */
    Listeners(int port, List<String> tokens) throws IOException {
        for (String token : tokens) open(port, token).register(selector, SelectionKey.OP_READ, new Events());
        thread = Thread.ofPlatform().name("listeners").start(this::run);
    }

    // The first event says how things are, without a number; the stream is open when it has come.
    private static SocketChannel open(int port, String token) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(
                ("GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer read = ByteBuffer.allocate(1024);
        while (!text(read).contains("event: state") || !text(read).contains("}\n\n"))
            if (channel.read(read) < 0) throw new EOFException(text(read));
        channel.configureBlocking(false);
        return channel;
    }

    private static String text(ByteBuffer read) {
        return StandardCharsets.UTF_8.decode(read.duplicate().flip()).toString();
    }

    /** Deliveries so far, on all streams. */
    long came() {
        return came.get();
    }

    /** Waits until so many have come. */
    void await(long count) throws IOException {
        long begun = System.nanoTime();
        while (came() < count) {
            IOException why = failed.get();
            if (why != null) throw why;
            if (System.nanoTime() - begun > LATE_MAX) throw new IOException(came() + " of " + count + " came");
            LockSupport.parkNanos(LOOK);
        }
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        byte[] bytes = new byte[BUFFER];
        try {
            while (!closing) selector.select(key -> read(key, buffer, bytes), PATIENCE_MS);
        } catch (IOException e) {
            failed.set(e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer, byte[] bytes) {
        try {
            int read = ((SocketChannel) key.channel()).read(buffer.clear());
            if (read < 0) throw new EOFException("a stream ended");
            buffer.flip().get(bytes, 0, read);
            came.addAndGet(((Events) key.attachment()).count(bytes, read));
        } catch (IOException e) {
            key.cancel();
            failed.set(e);
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (SelectionKey key : selector.keys()) key.channel().close();
        selector.close();
    }
}
