package dev.payfleet.worker.plugin;

import java.util.List;
import java.util.Set;

/// What a plugin sees of the program: the SPI, the types of others that the SPI's methods name, and the JDK.
/// Everything else, our libraries and our adapters included, is as if it were not there, so that a plugin brings
/// its own versions. Resources of ours are not seen at all: a service that we offer is none of the plugin's. For
/// many threads.
final class SharedClasses extends ClassLoader {
    /// The SPI itself. Its subpackages are listed one by one, since adapters lie beside them.
    private static final Set<String> PACKAGES = Set.of("dev.payfleet.payroll", "dev.payfleet.provider");

    /// Packages with all beneath them. SLF4J, though no method of the SPI names it: what a plugin logs is scrubbed
    /// too.
    private static final List<String> TREES = List.of(
            "dev.payfleet.provider.reading.",
            "org.jsoup.",
            "com.microsoft.playwright.",
            "org.jspecify.annotations.",
            "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader ours;
    private final Set<String> further;

    /// @param ours has loaded the SPI
    /// @param further packages to be seen besides
    SharedClasses(ClassLoader ours, Set<String> further) {
        super("payfleet-spi", ClassLoader.getPlatformClassLoader());
        this.ours = ours;
        this.further = further;
    }

    /// Asked after the JDK.
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isShared(name)) {
            throw new ClassNotFoundException(name);
        }
        return ours.loadClass(name);
    }

    private boolean isShared(String name) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return PACKAGES.contains(packageName)
                || further.contains(packageName)
                || TREES.stream().anyMatch(name::startsWith);
    }
}
