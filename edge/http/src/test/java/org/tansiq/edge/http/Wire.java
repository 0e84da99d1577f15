package org.tansiq.edge.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client of a server on this machine that sends whatever bytes it likes. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE = 20_000; // Milliseconds.

    private final Socket socket;

    Wire(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** From an address of this machine, such as 127.0.0.2 on Linux. */
    Wire(int port, String from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.ofLiteral(from), 0);
        socket.setSoTimeout(PATIENCE);
    }

    Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Says that no more comes, and goes on reading. */
    Wire half() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** One reply: its head, an empty line, its body. Empty where the server closed instead. */
    String reply() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) return head.toString();
                head.append((char) next);
            }
            String length = head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1");
            byte[] body = length.matches("[0-9]+") ? in.readNBytes(Integer.parseInt(length)) : new byte[0];
            return head + new String(body, StandardCharsets.UTF_8);
        } catch (SocketException _) {
            return head.toString(); // Reset: as good as closed.
        }
    }

    /** What comes until a line has this in it, and that line. */
    String until(String word) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String text = "";
        while (!text.contains(word) || !text.endsWith("\n\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) return text;
            all.write(next);
            text = all.toString(StandardCharsets.UTF_8);
        }
        return text;
    }

    /** All that comes until the server closes. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException _) {
            return all.toString(StandardCharsets.UTF_8); // Reset: as good as closed.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
