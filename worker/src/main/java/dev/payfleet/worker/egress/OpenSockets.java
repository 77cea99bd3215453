package dev.payfleet.worker.egress;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;

/// Every socket of a relay, so that its end is the end of all of them.
final class OpenSockets implements AutoCloseable {
    private final Set<Socket> sockets = new HashSet<>();
    private boolean closed;

    /// Takes a socket in, or closes it when the relay has ended meanwhile.
    synchronized Socket add(Socket socket) throws IOException {
        if (closed) {
            socket.close();
            throw new SocketException("the relay is closed");
        }
        sockets.add(socket);
        return socket;
    }

    /// Closes one.
    void end(Socket socket) {
        synchronized (this) {
            sockets.remove(socket);
        }
        quietly(socket);
    }

    synchronized int count() {
        return sockets.size();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        sockets.forEach(OpenSockets::quietly);
        sockets.clear();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, and there is nothing else to be done about it.
        }
    }
}
