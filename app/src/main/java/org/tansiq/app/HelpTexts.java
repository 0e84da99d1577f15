package org.tansiq.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.tansiq.app.words.Messages;

/** The message file as the help of the command line asks for it. */
final class HelpTexts extends ResourceBundle {
    private final Messages messages;

    HelpTexts(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected Object handleGetObject(String key) {
        return messages.say(key).text().replace("%", "%%");
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys("help."));
    }
}
