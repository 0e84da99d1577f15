package org.tansiq.core;

import org.tansiq.core.party.Founding;
import org.tansiq.core.terms.Figures;

/** What concerns the theatre as a whole. */
public sealed interface HallCommand extends Command {
    /** Entry 0: the theatre, its parties, its own terms, the rules it begins with. */
    record Found(Founding founding, Figures terms, Hash rules) implements HallCommand {}

    /** A party's head agrees to rules with this hash. */
    record AgreeRules(Hash rules) implements HallCommand {}

    /** The host puts rules with this hash in force. */
    record AdoptRules(Hash rules) implements HallCommand {}
}
