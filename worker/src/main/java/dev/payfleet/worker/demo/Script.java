package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.stage.Jobs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Who asks what, and when something happens to whom. The first scenes are played before the worker is killed, all
/// others after it was started again, so that the kill hits nobody in the middle of a turn that is counted.
final class Script {
    private final Jobs jobs;
    private final Questions questions;
    private final LarkspurSite site;
    private final Farewell farewell;

    Script(Jobs jobs, Questions questions, LarkspurSite site, Farewell farewell) {
        this.jobs = jobs;
        this.questions = questions;
        this.site = site;
        this.farewell = farewell;
    }

    /// The scenes of everybody, in the order of the cast.
    ///
    /// @param fetches how many fetch jobs there are altogether
    Map<Player, List<Scene>> write(Cast cast, int fetches) {
        Map<Player, List<Scene>> scenes = new LinkedHashMap<>();
        List<Player> ordinary = new ArrayList<>();
        for (Player player : cast.players()) {
            switch (player.role()) {
                case ORDINARY -> ordinary.add(player);
                case WRONG_PASSWORD -> scenes.put(player, wrongPassword(player));
                case PAGE_CHANGED -> scenes.put(player, pageChanged(player));
                case SESSION_ENDED -> scenes.put(player, sessionEnded(player));
                case LEAVES -> scenes.put(player, leaves(player));
            }
        }
        int left = fetches - fetchesIn(scenes.values());
        for (int i = 0; i < ordinary.size(); i++) {
            int share = left / ordinary.size() + (i < left % ordinary.size() ? 1 : 0);
            scenes.put(ordinary.get(i), List.of(Scene.of(ordinaryDay(ordinary.get(i), share))));
        }
        return scenes;
    }

    private static int fetchesIn(Collection<List<Scene>> scenes) {
        return Math.toIntExact(scenes.stream()
                .flatMap(List::stream)
                .flatMap(scene -> scene.jobs().stream())
                .filter(job -> job.kind() == JobKind.FETCH)
                .count());
    }

    /// All resources, then the same questions again, which the cache answers.
    private List<FetchJob> ordinaryDay(Player player, int share) {
        List<ResourceQuery> all = questions.all(player);
        List<FetchJob> day = new ArrayList<>();
        day.add(jobs.connect(player.key()));
        IntStream.range(0, share)
                .mapToObj(i -> all.get((i + start(player, share, all.size())) % all.size()))
                .forEach(query -> day.add(jobs.fetch(player.key(), query)));
        return day;
    }

    /// Where shares are too small for all ten, people begin at different ones, so that all ten are
    /// asked for.
    private static int start(Player player, int share, int questions) {
        return share >= questions ? 0 : player.number() * share % questions;
    }

    private List<Scene> wrongPassword(Player player) {
        return List.of(Scene.of(List.of(
                jobs.connect(player.key()),
                jobs.fetch(player.key(), Jobs.whole(Resource.COMPANY)),
                jobs.fetch(player.key(), questions.payruns()))));
    }

    private List<Scene> pageChanged(Player player) {
        Scene usual = Scene.of(List.of(jobs.connect(player.key()), jobs.fetch(player.key(), questions.payruns())));
        Scene changed = new Scene(
                () -> site.changeLayout(player.person().userName()),
                List.of(
                        jobs.fetch(player.key(), questions.payslips(player, 0)),
                        jobs.fetch(player.key(), questions.payruns())));
        return List.of(usual, changed);
    }

    private List<Scene> sessionEnded(Player player) {
        Scene usual = Scene.of(List.of(jobs.connect(player.key()), jobs.fetch(player.key(), questions.payruns())));
        Scene ended = new Scene(
                () -> site.expireSessions(player.person().userName()),
                List.of(
                        jobs.fetchLive(player.key(), questions.payslips(player, 1)),
                        jobs.fetch(player.key(), Jobs.whole(Resource.COMPANY))));
        return List.of(usual, ended);
    }

    private List<Scene> leaves(Player player) {
        Scene usual = Scene.of(List.of(
                jobs.connect(player.key()),
                jobs.fetch(player.key(), questions.payruns()),
                jobs.fetch(player.key(), questions.payslips(player, 0))));
        Scene goodbye = new Scene(() -> farewell.before(player), List.of(jobs.disconnect(player.key())));
        Scene late = new Scene(
                () -> farewell.after(player), List.of(jobs.fetch(player.key(), Jobs.whole(Resource.COMPANY))));
        return List.of(usual, goodbye, late);
    }
}
