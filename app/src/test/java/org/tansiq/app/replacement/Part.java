package org.tansiq.app.replacement;

/** Something that a viewer got, by its name, with every list in an order that two worlds share. */
record Part(String name, String text) {}
