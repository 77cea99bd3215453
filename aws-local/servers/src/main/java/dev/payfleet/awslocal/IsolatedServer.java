package dev.payfleet.awslocal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A server that sees its own libraries and the JDK, nothing else; the build writes down where its libraries are.
/// It starts when it is first asked for. Thread-safe.
final class IsolatedServer implements AutoCloseable {
    private final String packageName;
    private final String doorName;
    private final Properties settings;
    private @Nullable URI uri;
    private @Nullable AutoCloseable door;

    /// @param packageName below this package, for example `sqs`
    /// @param doorName the class there that starts it, from settings to an address
    IsolatedServer(String packageName, String doorName, Properties settings) {
        this.packageName = packageName;
        this.doorName = doorName;
        this.settings = settings;
    }

    /// Where it listens.
    synchronized URI uri() {
        if (uri == null) {
            InetSocketAddress address = start();
            uri = URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
        }
        return uri;
    }

    @Override
    public synchronized void close() {
        if (door == null) {
            return;
        }
        try {
            door.close();
        } catch (Exception e) {
            throw new IllegalStateException(doorName + " did not stop", e);
        }
        door = null;
        uri = null;
    }

    /// Libraries look for their resources by the thread's class loader, and the threads they start inherit it.
    private InetSocketAddress start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Class<?> type = ownClassLoader().loadClass(qualifiedDoor());
            thread.setContextClassLoader(type.getClassLoader());
            Object made = type.getDeclaredConstructor().newInstance();
            door = (AutoCloseable) made;
            return (InetSocketAddress) asStart(made).apply(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(doorName + " cannot be loaded", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Properties, Object> asStart(Object door) {
        return (Function<Properties, Object>) door;
    }

    private ClassLoader ownClassLoader() throws ClassNotFoundException {
        Class<?> here = Class.forName(qualifiedDoor(), false, IsolatedServer.class.getClassLoader());
        List<URL> urls = new ArrayList<>();
        urls.add(here.getProtectionDomain().getCodeSource().getLocation());
        for (String library : libraries(here).split(File.pathSeparator)) {
            urls.add(url(library.strip()));
        }
        return new URLClassLoader(
                "aws-local-" + packageName, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static String libraries(Class<?> door) {
        try (InputStream in = door.getResourceAsStream("libraries")) {
            if (in == null) {
                throw new IllegalStateException(
                        "nothing says where the libraries of " + door.getName() + " are: build it with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String library) {
        try {
            return Path.of(library).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String qualifiedDoor() {
        return IsolatedServer.class.getPackageName() + "." + packageName + "." + doorName;
    }
}
