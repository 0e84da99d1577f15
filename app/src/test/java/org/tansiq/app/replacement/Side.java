package org.tansiq.app.replacement;

import java.io.IOException;
import java.util.Map;
import org.tansiq.core.Command;
import org.tansiq.core.Status;

/** One of two worlds of a play, with all that is kept of it. */
final class Side implements AutoCloseable {
    final Stage stage;
    final Forms forms;
    final Called called;
    final Renaming renaming;
    final Look look;
    /** The answer to what was said last. */
    Reply reply = new Reply(0, Map.of(), "");

    Side(Stage stage) {
        this.stage = stage;
        this.forms = new Forms(stage);
        this.called = new Called(stage);
        this.renaming = new Renaming(called);
        this.look = new Look(stage, called);
    }

    void says(String key, Command command, Status status) throws IOException, InterruptedException {
        reply = stage.say(key, command, status);
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
