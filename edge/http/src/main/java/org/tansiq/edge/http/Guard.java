package org.tansiq.edge.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * One connection, with a limit on each thing that it may wait for: its first byte, the next request, a whole
 * request from its first byte to its last, and each write. The library knows only a limit on silence.
 */
final class Guard implements ConnectionContext {
    /** The guard of the connection whose request is handled. */
    static final ScopedValue<Guard> HERE = ScopedValue.newInstance();

    /** Bytes a second that a client takes at least; {@code write} of the limits is added once. */
    private static final long SLOWEST = 16 << 10;

    private final ConnectionContext inner;
    private final HttpServer.Limits limits;
    private final Watchdog.Leash leash;
    private final DataReader reader;
    private final DataWriter writer;
    private Optional<ServerConnection> connection = Optional.empty();
    private boolean begun;
    private boolean handling;
    private boolean known;
    private Duration silence;

    private Guard(ConnectionContext inner, HttpServer.Limits limits, Watchdog dog) {
        this.inner = inner;
        this.limits = limits;
        this.silence = limits.first();
        this.leash = dog.tie(() -> inner.serverSocket().close());
        this.reader = DataReader.create(this::pull);
        this.writer = new Writer(inner.dataWriter());
    }

    /** The selector of guarded connections; each lets its leash go when it ends. */
    static ServerConnectionSelector selector(ServerConnectionSelector inner, HttpServer.Limits limits, Watchdog dog) {
        return new Selector(inner, limits, dog);
    }

    private byte[] pull() {
        if (!begun) leash.within(silence);
        BufferData data = arriving();
        if (!begun) leash.within(limits.read());
        begun = true;
        return data.readBytes();
    }

    // Whoever goes away in the middle gets no answer; but a body that breaks off has a sender who may listen.
    private BufferData arriving() {
        try {
            return inner.dataReader().readBuffer();
        } catch (DataReader.InsufficientDataAvailableException end) {
            if (handling || !begun) throw end;
            throw new CloseConnectionException("a request broke off", end);
        } catch (ServerConnectionException cut) {
            throw new CloseConnectionException("a connection broke", cut);
        }
    }

    /** The head of a request is here, and its handling begins. */
    void handling() {
        handling = true;
    }

    /** The request is here whole; how long its answer takes is not the client's fault. */
    void read(boolean known) {
        leash.free();
        if (known) leash.stays();
        this.known = known;
    }

    /** The request is answered: another may come. */
    void answered() {
        handling = false;
        begun = false;
        silence = limits.idle();
        leash.free();
        if (known) leash.goes();
    }

    /** Whether what failed, failed in the handling of a request and not before. */
    boolean failing() {
        return handling;
    }

    /** No other request is read: where it would begin is not known. */
    void last() {
        connection.orElseThrow().close(false);
    }

    private final class Writer implements DataWriter {
        private final DataWriter to;

        Writer(DataWriter to) {
            this.to = to;
        }

        private void timed(long bytes, Runnable write) {
            leash.within(limits.write().plusSeconds(bytes / SLOWEST), write);
        }

        private static long size(BufferData... buffers) {
            long size = 0;
            for (BufferData buffer : buffers) size += buffer.available();
            return size;
        }

        @Override
        public void write(BufferData... buffers) {
            timed(size(buffers), () -> to.write(buffers));
        }

        @Override
        public void write(BufferData buffer) {
            timed(size(buffer), () -> to.write(buffer));
        }

        @Override
        public void writeNow(BufferData... buffers) {
            timed(size(buffers), () -> to.writeNow(buffers));
        }

        @Override
        public void writeNow(BufferData buffer) {
            timed(size(buffer), () -> to.writeNow(buffer));
        }

        @Override
        public void flush() {
            timed(0, to::flush);
        }

        @Override
        public void close() {
            timed(0, to::close);
        }
    }

    private record Selector(ServerConnectionSelector inner, HttpServer.Limits limits, Watchdog dog)
            implements ServerConnectionSelector {
        @Override
        public int bytesToIdentifyConnection() {
            return inner.bytesToIdentifyConnection();
        }

        @Override
        public Support supports(BufferData data) {
            return inner.supports(data);
        }

        @Override
        public Set<String> supportedApplicationProtocols() {
            return inner.supportedApplicationProtocols();
        }

        @Override
        public ServerConnection connection(ConnectionContext ctx) {
            Guard guard = new Guard(ctx, limits, dog);
            ServerConnection connection = inner.connection(guard);
            guard.connection = Optional.of(connection);
            return new Guarded(guard, dog, connection);
        }
    }

    private record Guarded(Guard guard, Watchdog dog, ServerConnection inner)
            implements ServerConnection, InterruptableTask<Void> {
        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                ScopedValue.where(HERE, guard).call(() -> {
                    inner.handle(limit);
                    return true;
                });
            } finally {
                dog.release(guard.leash);
            }
        }

        @Override
        public Duration idleTime() {
            return inner.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            inner.close(interrupt);
        }

        @Override
        public boolean canInterrupt() {
            return inner instanceof InterruptableTask<?> task && task.canInterrupt();
        }
    }

    // --- the rest is as it was ---

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public ListenerContext listenerContext() {
        return inner.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return inner.executor();
    }

    @Override
    public Router router() {
        return inner.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return inner.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return inner.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return inner.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return inner.localPeer();
    }

    @Override
    public boolean isSecure() {
        return inner.isSecure();
    }

    @Override
    public String socketId() {
        return inner.socketId();
    }

    @Override
    public String childSocketId() {
        return inner.childSocketId();
    }
}
