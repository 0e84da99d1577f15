package org.tansiq.core.party;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;

/**
 * Everybody who takes part. Keys stand under their points, proposals under the note that made them,
 * replacements under the point of the key that would come in.
 */
public record Parties(
        Optional<Theatre> theatre,
        Table<PartyId, Party> all,
        Table<Hash, Key> keys,
        Table<Hash, Proposal> proposals,
        Table<Hash, Replacement> replacements) {

    public static final Parties NONE =
            new Parties(Optional.empty(), Table.empty(), Table.empty(), Table.empty(), Table.empty());

    public Optional<Key> key(VerifierKey verifier) {
        return keys.get(verifier.point()).filter(key -> key.verifier().equals(verifier));
    }

    /** The founders who have not accepted yet; nothing else happens before they have. */
    public List<PartyId> waiting() {
        return theatre.stream()
                .flatMap(t -> t.founding().founders().stream())
                .map(PartyDraft::id)
                .filter(id -> !accepted(id))
                .toList();
    }

    public boolean accepted(PartyId id) {
        return all.get(id).map(Party::accepted).orElse(false);
    }

    /** Whether a party has a desk. */
    public boolean desk(PartyId party, DeskId desk) {
        return all.get(party).map(p -> p.desks().has(desk)).orElse(false);
    }

    /** The parties that have accepted. */
    public List<PartyId> members() {
        return all.values().stream().filter(Party::accepted).map(Party::id).toList();
    }

    List<Key> standing(PartyId party) {
        return keys.values().stream()
                .filter(key -> key.party().equals(party) && !key.revoked())
                .toList();
    }

    /** What is so after an event. */
    public Parties after(PartyEvent event) {
        return switch (event) {
            case PartyEvent.Founded founded -> founded(founded.theatre());
            case PartyEvent.Accepted accepted -> with(party(accepted.party()).accept());
            case PartyEvent.PartyProposed made -> proposed(made);
            case PartyEvent.PartyAgreed agreed -> proposed(agreed.proposal(), agreed.by());
            case PartyEvent.PartyInvited invited -> invited(invited.proposal());
            case PartyEvent.DeskSet set -> with(party(set.party()).with(set.desk()));
            case PartyEvent.KeyEnrolled enrolled -> with(enrolled.key());
            case PartyEvent.KeyRevoked revoked -> revoked(revoked.key());
            case PartyEvent.ReplacementVoted voted -> voted(voted);
            case PartyEvent.ReplacementDue due ->
                with(replacements.put(
                        due.replacement().point(),
                        replacements
                                .get(due.replacement().point())
                                .orElseThrow()
                                .due(due.at())));
            case PartyEvent.NotLost found -> with(kept(found.key()));
            case PartyEvent.HeadReplaced replaced -> replaced(replaced);
        };
    }

    private Parties founded(Theatre made) {
        Parties parties = new Parties(Optional.of(made), all, keys, proposals, replacements);
        for (PartyDraft founder : made.founding().founders()) parties = parties.joined(founder);
        return parties.with(new Key(made.hostKey(), made.founding().host(), Role.HOST, Optional.empty(), false));
    }

    private Parties joined(PartyDraft draft) {
        Parties parties = with(Party.invited(draft));
        for (VerifierKey head : draft.heads()) parties = parties.with(Key.head(head, draft.id()));
        return parties;
    }

    private Parties proposed(PartyEvent.PartyProposed made) {
        return with(
                made.proposal(),
                new Proposal(made.party(), Table.<PartyId, Boolean>empty().put(made.by(), true)));
    }

    private Parties proposed(Hash proposal, PartyId by) {
        return with(proposal, proposals.get(proposal).orElseThrow().with(by));
    }

    private Parties invited(Hash proposal) {
        Parties parties = joined(proposals.get(proposal).orElseThrow().party());
        return new Parties(
                theatre, parties.all, parties.keys, parties.proposals.remove(proposal), parties.replacements);
    }

    // A revoked key has no voice any more, and nothing takes its place.
    private Parties revoked(VerifierKey verifier) {
        return with(keys.get(verifier.point()).orElseThrow().revoke())
                .with(without((wanted, voice) ->
                        voice.equals(verifier) || wanted.lost().equals(verifier)));
    }

    private Parties voted(PartyEvent.ReplacementVoted vote) {
        Table<Hash, Replacement> left =
                without((wanted, voice) -> wanted.lost().equals(vote.lost()) && oneVoice(vote, voice));
        Hash point = vote.replacement().point();
        Replacement sofar = left.get(point)
                .orElse(new Replacement(vote.lost(), vote.replacement(), Table.empty(), Optional.empty()));
        return with(left.put(point, sofar.with(vote.by())));
    }

    // Each desk key of the party itself speaks for itself, the heads of any other party together.
    private boolean oneVoice(PartyEvent.ReplacementVoted vote, VerifierKey voice) {
        PartyId party = keys.get(voice.point()).orElseThrow().party();
        return voice.equals(vote.by())
                || (!party.equals(vote.party())
                        && key(vote.by()).map(Key::party).equals(Optional.of(party)));
    }

    private Table<Hash, Replacement> without(BiPredicate<Replacement, VerifierKey> over) {
        Table<Hash, Replacement> left = Table.empty();
        for (Replacement wanted : replacements.values()) {
            Replacement less = wanted;
            for (VerifierKey voice : wanted.voices().values()) if (over.test(wanted, voice)) less = less.without(voice);
            if (less.voices().size() > 0) left = left.put(wanted.replacement().point(), less);
        }
        return left;
    }

    // What waited for a clock only; what the party's own desks want is their own matter.
    private Table<Hash, Replacement> kept(VerifierKey found) {
        Table<Hash, Replacement> left = replacements;
        for (Replacement wanted : dueFor(found))
            left = left.remove(wanted.replacement().point());
        return left;
    }

    /** What takes a key's place unless it signs something. */
    List<Replacement> dueFor(VerifierKey lost) {
        return replacements.values().stream()
                .filter(wanted -> wanted.due().isPresent() && wanted.lost().equals(lost))
                .toList();
    }

    /** When the first lost head key is replaced, in microseconds since 1970. */
    public OptionalLong nextDue() {
        return replacements.values().stream()
                .flatMap(wanted -> wanted.due().stream())
                .mapToLong(Long::longValue)
                .min();
    }

    private Parties replaced(PartyEvent.HeadReplaced event) {
        return revoked(event.lost()).with(Key.head(event.replacement(), event.party()));
    }

    Party party(PartyId id) {
        return all.get(id).orElseThrow();
    }

    private Parties with(Party party) {
        return new Parties(theatre, all.put(party.id(), party), keys, proposals, replacements);
    }

    // A key that is in comes in no other way.
    private Parties with(Key key) {
        Hash point = key.verifier().point();
        return new Parties(theatre, all, keys.put(point, key), proposals, replacements.remove(point));
    }

    private Parties with(Hash note, Proposal proposal) {
        return new Parties(theatre, all, keys, proposals.put(note, proposal), replacements);
    }

    private Parties with(Table<Hash, Replacement> wanted) {
        return new Parties(theatre, all, keys, proposals, wanted);
    }
}
