/**
 * What is said to people, in three languages, from one message file.
 *
 * <pre>
 * messages.json -> Messages.say(key, name, value, ...) -> Phrase
 * </pre>
 */
@NullMarked
package org.tansiq.app.words;

import org.jspecify.annotations.NullMarked;
