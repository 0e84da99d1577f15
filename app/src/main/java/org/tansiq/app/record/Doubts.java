package org.tansiq.app.record;

import java.nio.file.Path;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.words.Messages;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RulesDiffer;

/** Why a folder was not opened, and what to do about it. */
final class Doubts {
    private Doubts() {}

    static Complaint complaint(Path folder, Messages messages, Exception why) {
        return switch (why) {
            case JournalDoubt doubt ->
                new Complaint(
                        "folder.journal-doubt",
                        "folder",
                        folder.toString(),
                        "kind",
                        messages.say("doubt." + doubt.kind()),
                        "at",
                        doubt.at());
            case RecordDoubt doubt ->
                new Complaint(
                        "folder.record-doubt",
                        "folder",
                        folder.toString(),
                        "kind",
                        messages.say("doubt." + doubt.kind()),
                        "n",
                        doubt.index());
            case RulesDiffer differ ->
                new Complaint(
                        "folder.rules-differ",
                        "folder",
                        folder.toString(),
                        "in_force",
                        differ.inForce(),
                        "own",
                        differ.own());
            default -> new Complaint("folder.unreadable", "folder", folder.toString(), "why", why.toString());
        };
    }
}
