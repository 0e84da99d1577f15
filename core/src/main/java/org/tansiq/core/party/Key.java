package org.tansiq.core.party;

import java.util.Optional;
import org.tansiq.core.VerifierKey;

/** An enrolled key: whose, for what, at which desk; a revoked one stays known and is never enrolled again. */
public record Key(VerifierKey verifier, PartyId party, Role role, Optional<DeskId> desk, boolean revoked) {
    public Key {
        role.check(desk);
    }

    static Key head(VerifierKey verifier, PartyId party) {
        return new Key(verifier, party, Role.HEAD, Optional.empty(), false);
    }

    Key revoke() {
        return new Key(verifier, party, role, desk, true);
    }

    boolean standing(Role wanted) {
        return role == wanted && !revoked;
    }
}
