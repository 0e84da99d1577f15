package org.tansiq.engine;

import org.tansiq.core.Hash;

/** Where chance comes in: 32 bytes that nobody can foresee, each time. */
public interface Chance {
    Hash next();
}
