package org.tansiq.core;

import java.util.List;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;

/** What any command may be refused for. */
public sealed interface HallRefusal extends Refusal {
    /** The sections do not say what a note of this type has to. */
    record BadBody(String field, String value, String limit) implements HallRefusal {}

    /** The note does not follow this key's last one; the next one follows the note refused here. */
    record PrevDiffers(Hash expected) implements HallRefusal {}

    record AlreadyFounded() implements HallRefusal {}

    /** Nothing but acceptances until these parties have accepted. */
    record NotYetAccepted(List<PartyId> waiting) implements HallRefusal {}

    record NotYourRole(Role role) implements HallRefusal {}

    /** Who takes part and what is agreed is never played: such a note has status actual. */
    record OnlyActual(Status status) implements HallRefusal {}

    /** More acts in one minute than the terms allow one key; {@code until} in microseconds since 1970. */
    record OverQuota(long limit, long until) implements HallRefusal {}

    /** The terms want the heads of these parties to agree to the rules first. */
    record HeadsHaveNotAgreed(List<PartyId> waiting) implements HallRefusal {}

    record RulesAlreadyInForce() implements HallRefusal {}

    /** Another matter is known to people by this short id, which is the brief of this note's hash as well. */
    record BriefTaken(String brief) implements HallRefusal {}
}
