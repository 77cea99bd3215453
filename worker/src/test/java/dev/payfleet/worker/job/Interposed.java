package dev.payfleet.worker.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// A port whose one method is preceded by something else that happens.
final class Interposed {
    private Interposed() {}

    /// @param before the name of the method before which it happens
    static <P> P before(String method, Class<P> port, P real, Runnable before) {
        Object interposed =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        before.run();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return port.cast(interposed);
    }
}
