package dev.payfleet.worker.egress;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

/// Counts what a visit sends and receives on the proxy's side.
final class Meter {
    private final LongAdder up = new LongAdder();
    private final LongAdder down = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void request() {
        requests.increment();
    }

    void refusal() {
        refused.increment();
    }

    EgressUse reading() {
        return new EgressUse(up.sum(), down.sum(), requests.sum(), refused.sum());
    }

    OutputStream counting(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                up.add(length);
            }

            @Override
            public void write(int oneByte) throws IOException {
                out.write(oneByte);
                up.increment();
            }
        };
    }

    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                down.add(Math.max(count, 0));
                return count;
            }

            @Override
            public int read() throws IOException {
                int oneByte = in.read();
                down.add(oneByte < 0 ? 0 : 1);
                return oneByte;
            }
        };
    }
}
