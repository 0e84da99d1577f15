package org.tansiq.app.check;

import java.util.List;
import org.tansiq.app.words.Messages;

/** What a check found, and its sum. */
record Outcome(List<Conflict> conflicts, Sums sums) {

    static Outcome of(Choices choices, Intake intake, Console console) {
        Roll roll = new Roll(intake.mine(), choices.against().map(_ -> intake.others()), choices.buffer());
        Messages messages = Messages.in(choices.language());
        try (Progress bar =
                console.progress(messages, "progress.compare", roll.items().size())) {
            List<Conflict> conflicts = Comparison.of(roll, intake.horizon(), choices.touching(), bar);
            return new Outcome(conflicts, Sums.of(intake, roll.pairs(), conflicts));
        }
    }

    int exit() {
        if (sums.refused() > 0) return Exit.BAD_INPUT;
        return conflicts.isEmpty() ? Exit.NONE : Exit.CONFLICTS;
    }
}
