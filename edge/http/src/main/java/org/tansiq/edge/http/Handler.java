package org.tansiq.edge.http;

/** Answers calls; any number of threads may ask. */
public interface Handler {
    Response handle(Request request);
}
