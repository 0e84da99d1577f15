package org.tansiq.app.record;

import java.nio.file.Path;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.party.Parties;
import org.tansiq.engine.FolderInUse;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** The record of a folder here; while another process is at work on it, it can only be looked at. */
final class Near implements Line {
    private final Path folder;
    private final Messages messages;
    private final Optional<Folder> opened;
    private final World world;
    private final VerifierKey key;

    private Near(Path folder, Messages messages, Optional<Folder> opened, World world, VerifierKey key) {
        this.folder = folder;
        this.messages = messages;
        this.opened = opened;
        this.world = world;
        this.key = key;
    }

    static Near open(Path folder, Console console, Messages messages, VerifierKey key) {
        Folder.hold(folder);
        try {
            Folder opened = Folder.open(folder, console, messages);
            return new Near(
                    folder, messages, Optional.of(opened), opened.engine().world(), key);
        } catch (FolderInUse _) {
            return look(folder, console, messages, key);
        }
    }

    static Near look(Path folder, Console console, Messages messages, VerifierKey key) {
        Folder.hold(folder);
        return new Near(folder, messages, Optional.empty(), Viewing.world(folder, console, messages), key);
    }

    @Override
    public Sight sight() {
        return Sight.of(world, key)
                .orElseThrow(() -> new Complaint("say.not-enrolled", "key", key.name(), "folder", folder));
    }

    @Override
    public boolean open() {
        return opened.isPresent();
    }

    @Override
    public Answer say(Submission note) {
        return opened.orElseThrow().say(note);
    }

    @Override
    public Phrase shut(int waiting) {
        return messages.say("say.kept", "n", waiting);
    }

    @Override
    public Parties parties() {
        return opened.map(o -> o.engine().world()).orElse(world).parties();
    }

    // The folder itself is what is known, and never out of reach.
    @Override
    public void refresh() {}

    @Override
    public void close() {
        opened.ifPresent(Folder::close);
    }
}
