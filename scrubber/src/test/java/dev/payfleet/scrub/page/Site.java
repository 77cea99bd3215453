package dev.payfleet.scrub.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A browser and a made-up site whose pages are the templates beside this class, filled in for one person at a
/// time. No request leaves the browser.
final class Site implements AutoCloseable {
    static final Caption CAPTION =
            Caption.of("larkspur: adapter_broken", "page /payruns/{id}, expected the table of pay runs");

    private final Playwright playwright;
    private final Browser browser;

    private final Map<Properties, BrowserContext> contexts = new HashMap<>();
    private final Map<Properties, Page> pages = new HashMap<>();
    private Page paper;

    private Site(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Site open(String... flags) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> args = new ArrayList<>(List.of("--no-sandbox", "--disable-gpu"));
        args.addAll(List.of(flags));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(
                                System.getenv().getOrDefault("PAYFLEET_BROWSER", "/usr/bin/chromium-headless-shell")))
                        .setArgs(args));
        return new Site(playwright, browser);
    }

    static Properties person(String name) {
        Properties person = new Properties();
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(name + ".properties"))) {
            person.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return person;
    }

    static Set<String> staticTexts() {
        return resource("static-texts.txt").lines().collect(Collectors.toSet());
    }

    /// The names of all templates of a folder.
    static Stream<String> pages(String folder) {
        try (Stream<Path> files =
                Files.list(Path.of(Site.class.getResource(folder).toURI()))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList().stream();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens a template as the given person sees it, on a page of its own.
    Page visit(String template, Properties person) {
        Page page = contexts.computeIfAbsent(person, this::context).newPage();
        page.navigate("https://payroll.example/" + template);
        return page;
    }

    private Page paper(Page page) {
        if (paper == null) {
            paper = PageRedraw.blankContext(page).newPage();
        }
        return paper;
    }

    /// Opens a page with the given content on the site's origin.
    Page blank(String html) {
        Page page = visit("static-texts.txt", new Properties());
        page.setContent(html);
        return page;
    }

    private BrowserContext context(Properties person) {
        BrowserContext context = browser.newContext();
        context.route("**/*", route -> answer(route, person));
        return context;
    }

    /// Redraws a template as the given person sees it. Each person's pages, and the blank one, are used again.
    Redrawn redraw(String template, Properties person, Channel... open) {
        Page page = pages.computeIfAbsent(
                person, _ -> contexts.computeIfAbsent(person, this::context).newPage());
        page.navigate("https://payroll.example/" + template);
        return PageRedraw.redraw(page, staticTexts(), CAPTION, Set.of(open), paper(page));
    }

    private static void answer(Route route, Properties person) {
        String path = URI.create(route.request().url()).getPath().substring(1);
        if (Site.class.getResource(path) == null) {
            route.fulfill(new Route.FulfillOptions().setStatus(404));
            return;
        }
        route.fulfill(new Route.FulfillOptions()
                .setContentType(path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8")
                .setBody(path.endsWith(".css") ? resource(path) : fill(resource(path), person)));
    }

    private static String fill(String template, Properties person) {
        String filled = template;
        for (String key : person.stringPropertyNames()) {
            filled = filled.replace("{{" + key + "}}", person.getProperty(key));
        }
        return filled;
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
