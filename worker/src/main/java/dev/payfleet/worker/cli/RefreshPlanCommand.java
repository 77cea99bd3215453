package dev.payfleet.worker.cli;

import dev.payfleet.session.CensusPage;
import dev.payfleet.session.SessionCensus;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.refresh.ProviderPace;
import dev.payfleet.worker.refresh.RefreshForecast;
import dev.payfleet.worker.refresh.RefreshPlan;
import dev.payfleet.worker.refresh.RefreshRules;
import dev.payfleet.worker.terminal.Bar;
import dev.payfleet.worker.terminal.Column;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import dev.payfleet.worker.terminal.Table;
import dev.payfleet.worker.terminal.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/// `refresh plan`: what the next day holds for the sessions that are stored.
@CommandLine.Command(
        description = {
            "Shows how many sessions are renewed in each of the next 24 hours, by provider, if nobody reads meanwhile: a read"
                    + " renews a session as well and puts its refresh off. Opens no session. Hours are in UTC."
        },
        footer = {"  ./payfleet refresh plan"})
final class RefreshPlanCommand implements Command {
    private static final int HOURS = 24;
    private static final int BAR = 30;
    private static final int PAGE = 1000;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final CommandContext context;

    RefreshPlanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        RefreshRules rules = context.config().refresh().orElse(RefreshRules.USUAL);
        Instant now = context.clock().instant();
        try (Fleet fleet = context.open()) {
            RefreshPlan plan = new RefreshPlan(rules, ProviderPace.of(fleet.providers()));
            RefreshForecast forecast = new RefreshForecast(plan, now, HOURS);
            addAll(fleet.refreshes().census(), forecast);
            show(forecast, now);
        }
        return ExitCode.DONE;
    }

    private static void addAll(SessionCensus census, RefreshForecast forecast) {
        Optional<String> next = Optional.empty();
        do {
            CensusPage page = census.page(next, PAGE);
            page.marks().forEach(forecast::add);
            next = page.next();
        } while (next.isPresent());
    }

    private void show(RefreshForecast forecast, Instant now) {
        if (forecast.providers().isEmpty()) {
            context.out().line("no session is stored that is to be renewed");
        } else {
            context.out().table(table(forecast, now));
        }
        tell(forecast.overdue(), "refresh is due already", "refreshes are due already");
        tell(forecast.unused(), "session is left to end, unused", "sessions are left to end, unused");
        tell(forecast.unknown(), "session is of an unknown provider", "sessions are of unknown providers");
        if (context.config().refresh().isEmpty()) {
            context.out().line(Style.WARNING, "PAYFLEET_REFRESH is off: nothing of this is done");
        }
    }

    private void tell(int count, String one, String many) {
        if (count > 0) {
            context.out().line(Style.FAINT, InWords.count(count, one, many));
        }
    }

    private static Table table(RefreshForecast forecast, Instant now) {
        List<String> providers = forecast.providers();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("from"));
        providers.forEach(provider -> columns.add(Column.right(provider)));
        columns.add(Column.right("refreshes"));
        columns.add(Column.left(""));
        Table table = Table.of(columns.toArray(Column[]::new));
        int most = IntStream.range(0, HOURS).map(forecast::count).max().orElse(0);
        for (int i = 0; i < HOURS; i++) {
            int hour = i;
            table.row(Stream.of(
                            Stream.of(Text.plain(HOUR.format(now.plusSeconds(3600L * hour)))),
                            providers.stream().map(id -> figure(forecast.count(id, hour))),
                            Stream.of(
                                    figure(forecast.count(hour)),
                                    new Text(Bar.of(forecast.count(hour), most, BAR), Style.ACCENT)))
                    .flatMap(cells -> cells)
                    .toArray(Text[]::new));
        }
        return table;
    }

    private static Text figure(int count) {
        return new Text("%,d".formatted(count), count == 0 ? Style.FAINT : Style.PLAIN);
    }
}
