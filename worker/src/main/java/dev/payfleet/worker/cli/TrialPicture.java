package dev.payfleet.worker.cli;

import dev.payfleet.worker.trial.TrialStep;
import java.util.List;

/// How a trial is shown.
sealed interface TrialPicture permits ShownTrialPicture, JsonTrialPicture {
    /// Shows a step that is just over.
    void step(TrialStep step);

    /// Shows what is shown at the end.
    ///
    /// @param steps all of them, in order
    void end(List<TrialStep> steps);
}
