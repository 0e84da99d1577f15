package org.tansiq.core.airspace;

/**
 * What saying a version costs its party, and what that party has then spent; both in thousands of cubic
 * metres times hours. {@code withheld}: it was more than the budget, so that its author is told only whom to
 * call until the budget has refilled.
 */
public record Charge(long cost, long spent, boolean withheld) {
    Charge paid() {
        return new Charge(cost, spent, /* withheld= */ false);
    }
}
