package dev.payfleet.worker.demo;

import dev.payfleet.worker.stage.Stage;
import dev.payfleet.worker.stage.StageHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A redesigned page is answered `adapter_broken`, with a picture that an engineer may look at and that shows
/// nothing of the person.
record PageChangedAct(Stage stage, Tape tape) implements Act {
    private static final String PROMISE = "A page that changed leaves a redrawn picture, and nothing of the person";

    @Override
    public Finding check() {
        List<Answer> broken = broken();
        Optional<Path> picture = picture();
        if (broken.isEmpty()) {
            return new Finding(false, PROMISE, "no job was answered adapter_broken");
        }
        if (picture.isEmpty()) {
            return new Finding(false, PROMISE, "adapter_broken, and no picture was kept");
        }
        Set<String> secrets = Secrets.of(tape.cast().the(Role.PAGE_CHANGED).person());
        int leaks = leaks(Needles.ofTexts(secrets), broken, picture.get());
        return new Finding(
                leaks == 0 && PngFile.isPng(StageHome.read(picture.get())),
                PROMISE,
                "adapter_broken, %d of %d known values in picture, note or event".formatted(leaks, secrets.size()));
    }

    /// The picture of the last broken job.
    Optional<Path> picture() {
        return broken().stream()
                .flatMap(answer -> answer.evidenceId().stream())
                .flatMap(id -> picture(id).stream())
                .findFirst();
    }

    private Optional<Path> picture(String evidenceId) {
        return stage.home().files().stream()
                .filter(file -> file.toString().endsWith(".png"))
                .filter(file -> file.toString().contains(evidenceId))
                .findFirst();
    }

    private List<Answer> broken() {
        return tape.jobsOf(tape.cast().the(Role.PAGE_CHANGED)).stream()
                .flatMap(job -> tape.to(job).stream())
                .filter(answer -> answer.said().equals("failed / adapter_broken"))
                .toList();
    }

    private int leaks(Needles needles, List<Answer> broken, Path picture) {
        int inEvents = broken.stream()
                .mapToInt(answer -> needles.in(answer.bytes()).size())
                .sum();
        int inText = PngFile.texts(StageHome.read(picture)).stream()
                .mapToInt(text -> needles.in(text).size())
                .sum();
        int inFolder = stage.home().files().stream()
                .filter(file -> file.startsWith(stage.home().root().resolve("evidence")))
                .mapToInt(file -> needles.in(StageHome.read(file)).size())
                .sum();
        return inEvents + inText + inFolder;
    }
}
