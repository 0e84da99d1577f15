package org.tansiq.sim;

import java.util.function.UnaryOperator;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.engine.Clock;
import org.tansiq.engine.Disk;
import org.tansiq.engine.Journal;
import org.tansiq.engine.Ruling;
import org.tansiq.ledger.Scheme;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Signer;

/**
 * What a run is made of besides the engine: how it signs, and what may stand in front of disk, rules,
 * journal.
 */
public interface Ways {
    /** The hash of the rules that are in force in every run. */
    Hash RULES = Sha256.of(Bytes.of("rules of the simulator"));

    Scheme scheme();

    /** Somebody who signs under a name with a key made from 32 bytes. */
    Signer signer(String name, Hash secret);

    default UnaryOperator<Disk> disk() {
        return UnaryOperator.identity();
    }

    default Ruling rules(Clock clock) {
        return () -> RULES;
    }

    default UnaryOperator<Journal> journal() {
        return UnaryOperator.identity();
    }
}
