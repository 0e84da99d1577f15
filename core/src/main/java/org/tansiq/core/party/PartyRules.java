package org.tansiq.core.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.core.By;
import org.tansiq.core.Event;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;

/** What the room makes of what is asked of it. */
public final class PartyRules {
    public static final int DESKS_MAX = 64;
    public static final int KEYS_MAX = 1024;
    /** Proposals of parties that may be open at once with one party's agreement. */
    public static final int PROPOSALS_MAX = 16;

    private final Parties parties;
    private final By by;
    private final long lostHead;

    private PartyRules(Parties parties, By by, long lostHead) {
        this.parties = parties;
        this.by = by;
        this.lostHead = lostHead;
    }

    /**
     * A theatre that may be founded by this key: it is of the host that it names, and a test key only for
     * tests.
     */
    public static List<Event> found(By by, Founding founding) {
        List<VerifierKey> keys = new ArrayList<>(List.of(by.note().key()));
        founding.founders().forEach(founder -> keys.addAll(founder.heads()));
        for (VerifierKey key : keys)
            if (key.test() && !founding.tests()) return new PartyRefusal.TestKey(key.name()).alone();
        if (keys.stream()
                        .filter(key -> key.point().equals(by.note().key().point()))
                        .count()
                > 1) return new PartyRefusal.KeyTaken(by.note().key().name()).alone();
        return List.of(
                new PartyEvent.Founded(new Theatre(by.note().hash(), by.note().key(), founding)));
    }

    /**
     * What the theatre's terms say to this room: how many parties must agree to a new one, 0 for all, and
     * for how many microseconds a head key that others call lost may still show that it is not.
     */
    public record Theirs(long agreements, long lostHead) {}

    public static List<Event> decide(Parties parties, By by, PartyCommand asked, Theirs terms) {
        PartyRules rules = new PartyRules(parties, by, terms.lostHead());
        long agreements = terms.agreements();
        return switch (asked) {
            case PartyCommand.Accept accept -> rules.accept(accept);
            case PartyCommand.ProposeParty propose -> rules.propose(propose.party(), agreements);
            case PartyCommand.AgreeParty agree -> rules.agree(agree.proposal(), agreements);
            case PartyCommand.SetDesk set -> rules.set(set.desk());
            case PartyCommand.Enrol enrol -> rules.enrol(enrol);
            case PartyCommand.Revoke revoke -> rules.revoke(revoke);
            case PartyCommand.ReplaceHead replace -> rules.replace(replace.lost(), replace.replacement());
        };
    }

    /** Which lost head keys are replaced at a time. */
    public static List<Event> due(Parties parties, long at) {
        List<Event> replaced = new ArrayList<>();
        for (Replacement wanted : parties.replacements().values())
            if (wanted.over(at)) {
                PartyId party = parties.key(wanted.lost()).orElseThrow().party();
                replaced.add(new PartyEvent.HeadReplaced(party, wanted.lost(), wanted.replacement()));
            }
        return replaced;
    }

    /** What is so because a key has signed something, whatever it said: it is not lost. */
    public static List<Event> spoke(Parties parties, VerifierKey key) {
        return parties.dueFor(key).isEmpty()
                ? List.of()
                : List.of(new PartyEvent.NotLost(parties.key(key).orElseThrow().party(), key));
    }

    private List<Event> accept(PartyCommand.Accept accept) {
        if (by.key().role() != Role.HEAD) return notYourRole();
        Hash founding = parties.theatre().orElseThrow().hash();
        if (!accept.theatre().equals(founding)) return new PartyRefusal.OtherFounding(founding).alone();
        if (parties.accepted(by.party())) return new PartyRefusal.AlreadyAccepted().alone();
        return List.of(new PartyEvent.Accepted(by.party()));
    }

    private List<Event> propose(PartyDraft party, long agreements) {
        if (by.key().role() != Role.HEAD) return notYourRole();
        if (parties.all().has(party.id())) return new PartyRefusal.IdTaken(party.id()).alone();
        if (by.note().hash().briefIn(parties.proposals()))
            return new HallRefusal.BriefTaken(by.note().hash().brief()).alone();
        long open = parties.proposals().values().stream()
                .filter(made -> made.agreed().has(by.party()))
                .count();
        if (open >= PROPOSALS_MAX) return tooMany("proposals", PROPOSALS_MAX);
        for (VerifierKey head : party.heads()) {
            Optional<PartyRefusal> why = unfit(head);
            if (why.isPresent()) return why.get().alone();
        }
        PartyEvent made = new PartyEvent.PartyProposed(by.note().hash(), party, by.party());
        return withInvitation(made, by.note().hash(), agreements);
    }

    private List<Event> agree(Hash proposal, long agreements) {
        if (by.key().role() != Role.HEAD) return notYourRole();
        Optional<Proposal> made = parties.proposals().get(proposal);
        if (made.isEmpty()) return new PartyRefusal.NoSuchProposal(proposal).alone();
        if (made.get().agreed().has(by.party())) return new PartyRefusal.AlreadyAgreed().alone();
        return withInvitation(new PartyEvent.PartyAgreed(proposal, by.party()), proposal, agreements);
    }

    // Since it was proposed, its name or one of its keys may have come in by another way.
    private List<Event> withInvitation(PartyEvent event, Hash proposal, long agreements) {
        Proposal after = parties.after(event).proposals().get(proposal).orElseThrow();
        long needed = agreements == 0 ? parties.members().size() : agreements;
        long agreed = parties.members().stream().filter(after.agreed()::has).count();
        if (agreed < Math.min(needed, parties.members().size())) return List.of(event);
        if (parties.all().size() >= Founding.PARTIES_MAX) return tooMany("parties", Founding.PARTIES_MAX);
        if (parties.all().has(after.party().id()))
            return new PartyRefusal.IdTaken(after.party().id()).alone();
        for (VerifierKey head : after.party().heads())
            if (parties.keys().has(head.point())) return new PartyRefusal.KeyTaken(head.name()).alone();
        return List.of(event, new PartyEvent.PartyInvited(proposal));
    }

    private List<Event> set(Desk desk) {
        boolean head = by.key().role() == Role.HEAD;
        if (!head && by.key().role() != Role.DUTY_OFFICER) return notYourRole();
        if (!head && !by.key().desk().equals(Optional.of(desk.id())))
            return new PartyRefusal.NotYourDesk(desk.id()).alone();
        Party party = parties.party(by.party());
        if (!party.desks().has(desk.id()) && party.desks().size() >= DESKS_MAX) return tooMany("desks", DESKS_MAX);
        return List.of(new PartyEvent.DeskSet(by.party(), desk));
    }

    private List<Event> enrol(PartyCommand.Enrol enrol) {
        if (by.key().role() != Role.HEAD) return notYourRole();
        PartyId host = parties.theatre().orElseThrow().founding().host();
        if (enrol.role() == Role.HOST && !by.party().equals(host)) return new PartyRefusal.OnlyHost(host).alone();
        Optional<PartyRefusal> why = unfit(enrol.key());
        if (why.isPresent()) return why.get().alone();
        if (awaited(enrol.key())) return new PartyRefusal.KeyTaken(enrol.key().name()).alone();
        if (enrol.desk().isPresent()
                && !parties.party(by.party()).desks().has(enrol.desk().get()))
            return new PartyRefusal.NoSuchDesk(enrol.desk().get()).alone();
        if (parties.standing(by.party()).size() >= KEYS_MAX) return tooMany("keys", KEYS_MAX);
        return List.of(new PartyEvent.KeyEnrolled(
                new Key(enrol.key(), by.party(), enrol.role(), enrol.desk(), /* revoked= */ false)));
    }

    private List<Event> revoke(PartyCommand.Revoke revoke) {
        if (by.key().role() != Role.HEAD) return notYourRole();
        Optional<Key> key = parties.key(revoke.key()).filter(k -> !k.revoked());
        if (key.isEmpty()) return new PartyRefusal.NoSuchKey(revoke.key().name()).alone();
        if (!key.get().party().equals(by.party()))
            return new PartyRefusal.NotYours(key.get().party()).alone();
        Role role = key.get().role();
        boolean last = standing(by.party(), role) == 1;
        if (last && role == Role.HEAD) return new PartyRefusal.LastHead().alone();
        if (last && role == Role.HOST) return new PartyRefusal.LastHost().alone();
        return List.of(new PartyEvent.KeyRevoked(by.party(), revoke.key(), revoke.why()));
    }

    private List<Event> replace(VerifierKey lost, VerifierKey replacement) {
        Optional<Key> head = parties.key(lost).filter(key -> key.standing(Role.HEAD));
        if (head.isEmpty()) return new PartyRefusal.NoSuchHead(lost.name()).alone();
        PartyId party = head.get().party();
        Optional<List<Event>> why = mayNotVote(party);
        if (why.isPresent()) return why.get();
        Optional<PartyRefusal> unfit = unfit(replacement);
        if (unfit.isPresent()) return unfit.get().alone();
        VerifierKey voice = by.key().verifier();
        Optional<Replacement> sofar = parties.replacements().get(replacement.point());
        if (sofar.map(wanted -> !wanted.puts(replacement, lost)).orElse(awaited(replacement)))
            return new PartyRefusal.KeyTaken(replacement.name()).alone();
        if (sofar.map(wanted -> wanted.voices().has(voice.point())).orElse(false))
            return new PartyRefusal.AlreadyAgreed().alone();
        return voted(party, new PartyEvent.ReplacementVoted(party, lost, replacement, voice));
    }

    private List<Event> voted(PartyId party, PartyEvent.ReplacementVoted vote) {
        Replacement after = parties.after(vote)
                .replacements()
                .get(vote.replacement().point())
                .orElseThrow();
        if (desksAgree(party, after))
            return List.of(vote, new PartyEvent.HeadReplaced(party, vote.lost(), vote.replacement()));
        return after.due().isEmpty() && othersAgree(party, after)
                ? List.of(
                        vote, new PartyEvent.ReplacementDue(party, vote.lost(), vote.replacement(), by.at() + lostHead))
                : List.of(vote);
    }

    private boolean desksAgree(PartyId party, Replacement wanted) {
        int desks = deskKeys(party);
        long voices = parties(wanted).filter(party::equals).count();
        return desks >= quorum().least() && voices >= quorum().of(desks);
    }

    private boolean othersAgree(PartyId party, Replacement wanted) {
        List<PartyId> voices = parties(wanted).toList();
        return deskKeys(party) < quorum().least()
                && parties.members().stream()
                        .filter(other -> !other.equals(party))
                        .allMatch(voices::contains);
    }

    private Stream<PartyId> parties(Replacement wanted) {
        return wanted.voices().values().stream()
                .flatMap(voice -> parties.key(voice).stream())
                .map(Key::party);
    }

    private Optional<List<Event>> mayNotVote(PartyId party) {
        boolean own = by.party().equals(party);
        int desks = deskKeys(party);
        if (own ? !by.key().role().votes() : by.key().role() != Role.HEAD) return Optional.of(notYourRole());
        if (!own && desks >= quorum().least())
            return Optional.of(new PartyRefusal.DesksDecide(desks, quorum().of(desks)).alone());
        return Optional.empty();
    }

    private Quorum quorum() {
        return parties.theatre().orElseThrow().founding().quorum();
    }

    private int deskKeys(PartyId party) {
        return (int) parties.standing(party).stream()
                .filter(key -> key.role().votes())
                .count();
    }

    private long standing(PartyId party, Role role) {
        return parties.standing(party).stream()
                .filter(key -> key.role() == role)
                .count();
    }

    private Optional<PartyRefusal> unfit(VerifierKey key) {
        if (key.test() && !parties.theatre().orElseThrow().founding().tests())
            return Optional.of(new PartyRefusal.TestKey(key.name()));
        if (parties.keys().has(key.point())) return Optional.of(new PartyRefusal.KeyTaken(key.name()));
        return Optional.empty();
    }

    /**
     * Whether somebody else may come in with the key: it is named where all can read it, and nobody takes it
     * away.
     */
    private boolean awaited(VerifierKey key) {
        return parties.replacements().has(key.point())
                || parties.proposals().values().stream()
                        .flatMap(made -> made.party().heads().stream())
                        .anyMatch(head -> head.point().equals(key.point()));
    }

    private List<Event> notYourRole() {
        return new HallRefusal.NotYourRole(by.key().role()).alone();
    }

    private static List<Event> tooMany(String what, int limit) {
        return new PartyRefusal.TooMany(what, limit).alone();
    }
}
