package org.tansiq.bench.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.tansiq.core.Bytes;

/** One connection that is kept, on which one call follows the other. */
final class Caller implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final Replies replies;

    Caller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        replies = new Replies(socket.getInputStream());
    }

    /** The bytes of a call that posts JSON. */
    static byte[] post(String path, Bytes body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.size()];
        System.arraycopy(head, 0, all, 0, head.length);
        body.buffer().get(all, head.length, body.size());
        return all;
    }

    /** Sends bytes that are a call; gives the status of what came back. */
    int call(byte[] call) throws IOException {
        out.write(call);
        return replies.next();
    }

    /** Posts, and gives a text of the reply by its name. It MUST be 201. */
    String posted(String path, Bytes body, String name) throws IOException {
        int status = call(post(path, body));
        if (status != 201) throw new IOException(path + " " + status + " " + replies.body());
        String begin = "\"" + name + "\":\"";
        int at = replies.body().indexOf(begin) + begin.length();
        return replies.body().substring(at, replies.body().indexOf('"', at));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
