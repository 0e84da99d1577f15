package org.tansiq.app.replacement;

import java.io.IOException;

/** One of two worlds of a play, with all that is kept of it. */
final class Side implements AutoCloseable {
    final Stage stage;
    final Forms forms;
    final Called called;
    final Renaming renaming;
    final Look look;

    Side(Stage stage) {
        this.stage = stage;
        this.forms = new Forms(stage);
        this.called = new Called(stage);
        this.renaming = new Renaming(called);
        this.look = new Look(stage, called);
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
