package org.tansiq.core.party;

import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;

/**
 * The theatre as founded: the hash of its founding note, which every later note names, and what that note
 * said.
 */
public record Theatre(Hash hash, VerifierKey hostKey, Founding founding) {}
