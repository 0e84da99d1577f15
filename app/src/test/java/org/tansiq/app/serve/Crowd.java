package org.tansiq.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Connections from this machine of people who mean no good, all made at once: of 16, one is silent, one says
 * half a request and that no more comes, seven say half a first line, seven a header that has no end, byte by
 * byte.
 */
final class Crowd implements AutoCloseable {
    private static final long PAUSE = 200; // Milliseconds from one byte to the next.
    private static final int KINDS = 16;

    private final List<SocketChannel> all = new ArrayList<>();
    private final List<SocketChannel> slow = new ArrayList<>();
    private final CountDownLatch made;
    private final Selector selector = Selector.open();
    private final Thread thread;

    /** Returns while most are still on their way. */
    Crowd(int port, int size) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        made = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            SocketChannel one = SocketChannel.open();
            all.add(one);
            one.configureBlocking(false);
            one.register(selector, SelectionKey.OP_CONNECT, i % KINDS);
            one.connect(server);
        }
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean calm = selector.select(PAUSE) == 0;
                for (SelectionKey key : selector.selectedKeys()) begin(key);
                selector.selectedKeys().clear();
                if (calm) slow.removeIf(one -> !said(one, "a"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin(SelectionKey key) {
        SocketChannel one = (SocketChannel) key.channel();
        key.cancel();
        made.countDown();
        try {
            one.finishConnect();
            switch ((int) key.attachment()) {
                case 0 -> {} // Silent.
                case 1 -> {
                    said(one, "GET /healthz HTTP/1.1\r\nHost: h\r\n");
                    one.shutdownOutput();
                }
                case 2, 3, 4, 5, 6, 7, 8 -> said(one, "GET /heal");
                default -> {
                    said(one, "POST /api/v1/notes HTTP/1.1\r\nX: ");
                    slow.add(one);
                }
            }
        } catch (IOException _) {
            slow.remove(one); // Ended by the server already.
        }
    }

    private static boolean said(SocketChannel one, String text) {
        try {
            one.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            return true;
        } catch (IOException _) {
            return false; // Ended by the server.
        }
    }

    /** Whether in so much time each connection was made; it may have ended since. */
    boolean made(long seconds) throws InterruptedException {
        return made.await(seconds, TimeUnit.SECONDS);
    }

    /** How many the server has not ended. */
    int standing() {
        return (int) all.stream().filter(Crowd::stands).count();
    }

    private static boolean stands(SocketChannel one) {
        try {
            return one.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        selector.wakeup();
        for (SocketChannel one : all) one.close();
        selector.close();
    }
}
