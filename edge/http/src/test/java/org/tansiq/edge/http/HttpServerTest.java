package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final Handler NOBODY = _ -> {
        throw new IllegalStateException("nobody asks");
    };

    @Test
    void aPortThatIsTakenIsRefused() {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (HttpServer first = HttpServer.start(new InetSocketAddress(here, 0), NOBODY)) {
            InetSocketAddress taken = new InetSocketAddress(here, first.port());
            assertThatIllegalStateException()
                    .isThrownBy(() -> HttpServer.start(taken, NOBODY).close());
        }
    }
}
