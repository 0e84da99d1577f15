package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRules;
import org.tansiq.core.party.Replacement;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;

/** Any commands by any keys, most of them wrong: nothing throws, and what has to be so stays so. */
final class AnyNotesTest {
    private static final int ACTS = 250;
    private static final List<PartyId> PARTIES = List.of(ALPHA, BRAVO, CHARLIE, DELTA, ECHO);
    private static final List<DeskId> DESKS = List.of(AIR, LINE);
    private static final List<VerifierKey> KEYS = keys();

    private static final List<VerifierKey> HEADS = List.of(HEAD_A, HEAD_B, HEAD_C);
    private static final List<VerifierKey> PLANNERS =
            List.of(key("alpha/planner"), key("bravo/planner"), key("charlie/planner"));

    /** Nobody says that a world has a hash, and it takes twenty declarations to raise an alarm. */
    private static final List<Class<?>> NOT_HERE = List.of(HallEvent.WorldHash.class, AirspaceEvent.Alarmed.class);

    private final TreeMap<String, Integer> seen = new TreeMap<>();
    private Random chance = new Random(0);
    private List<Hash> named = List.of();
    private boolean flying;

    private static List<VerifierKey> keys() {
        List<VerifierKey> keys = new ArrayList<>(List.of(HOST, HEAD_A, HEAD_B, HEAD_C, HEAD_D, HEAD_E));
        for (int i = 0; i < 8; i++) keys.add(key((i == 0 ? "TEST-" : "") + "spare" + i));
        keys.add(new VerifierKey("renamed", HEAD_A.point()));
        return keys;
    }

    @Property(tries = 80)
    void nothingAdmittedThrowsAndWhatMustBeSoStaysSo(@ForAll long seed) {
        play(seed);
    }

    @Test
    void everyEventOccursInSomePlay() {
        for (long seed = 0; seed < 60; seed++) play(seed);
        for (Class<?> room : Event.class.getPermittedSubclasses())
            for (Class<?> event : room.getPermittedSubclasses())
                if (!NOT_HERE.contains(event)) assertThat(seen).containsKey(event.getSimpleName());
    }

    private void play(long seed) {
        chance = new Random(seed * 0x9E37_79B9_7F4A_7C15L); // Neighbouring seeds begin alike otherwise.
        named = new ArrayList<>(List.of(NEWER, RULES));
        flying = chance.nextInt(4) == 0;
        Given given = !flying && chance.nextInt(4) == 0
                ? Given.nothing()
                : Given.open(founding(), figure(Figure.LOST_HEAD_SECONDS, 60));
        if (flying) given = planning(given);
        for (int i = 0; i < ACTS; i++) {
            given = step(given.later(chance.nextInt(10) == 0 ? MINUTE : chance.nextInt(100) == 0 ? 24 * Air.HOUR : 1));
            assertSound(given.world());
        }
    }

    private static Given planning(Given open) {
        Given given = open;
        for (int i = 0; i < HEADS.size(); i++)
            given = given.by(HEADS.get(i), new PartyCommand.SetDesk(desk(AIR)))
                    .by(HEADS.get(i), new PartyCommand.Enrol(PLANNERS.get(i), Role.PLANNER, Optional.of(AIR)));
        return given;
    }

    private Given step(Given given) {
        if (chance.nextInt(20) == 0) return counted(given.tick());
        boolean airborne = flying && chance.nextInt(4) > 0;
        VerifierKey planner = one(PLANNERS);
        VerifierKey key = airborne && chance.nextInt(20) > 0 ? planner : one(chance.nextInt(3) == 0 ? HEADS : KEYS);
        Command command = airborne ? airborne(given, planner) : command(given);
        Note note = note(given, key, command);
        Admission admission = Rules.admit(given.world(), note);
        if (!(admission instanceof Admission.Next) && !(admission instanceof Admission.Second)) return given;
        named.add(note.hash());
        boolean unclear = chance.nextInt(20) == 0;
        return counted(given.when(
                note, unclear ? new Reading.Unclear("field", "value", "limit") : new Reading.Clear(command)));
    }

    private Given counted(Then then) {
        for (Event event : then.entry().events()) seen.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        return then.after();
    }

    private Note note(Given given, VerifierKey key, Command command) {
        Chain chain = given.world().chain(key);
        Status status = chance.nextInt(20) == 0 ? Status.TEST : Status.ACTUAL;
        if (chance.nextInt(8) > 0) return given.note(key, command, status);
        long seq = Math.max(0, chain.next() - 1 + chance.nextInt(3));
        return given.note(hash("" + chance.nextLong()), key, seq, one(named), command, status);
    }

    private Command command(Given given) {
        return switch (chance.nextInt(12)) {
            case 0 -> found(any(), Figures.NONE);
            case 1 -> new HallCommand.AgreeRules(one(named));
            case 2 -> new HallCommand.AdoptRules(one(named));
            case 3 ->
                new PartyCommand.Accept(
                        given.world().parties().theatre().map(t -> t.hash()).orElse(NEWER));
            case 4 -> new PartyCommand.ProposeParty(draft(one(PARTIES), one(KEYS)));
            case 5 ->
                new PartyCommand.AgreeParty(waiting(given.world().parties().proposals()));
            case 6 -> new PartyCommand.SetDesk(desk(one(DESKS)));
            case 7 -> enrol(one(List.of(Role.values())));
            case 8 -> new PartyCommand.Revoke(one(KEYS), "why");
            case 9 -> replace(given.world().parties().replacements().values());
            case 10 -> propose(given);
            default -> new TermsCommand.Sign(waiting(given.world().terms().open()));
        };
    }

    private Command airborne(Given given, VerifierKey planner) {
        PartyId party = given.world().parties().key(planner).map(Key::party).orElse(ALPHA);
        return new AnyActivity(chance).command(given.world(), party, given.at());
    }

    private Command replace(List<Replacement> wanted) {
        if (wanted.isEmpty() || chance.nextInt(3) == 0)
            return new PartyCommand.ReplaceHead(one(HEADS), one(KEYS.subList(5, 9)));
        Replacement more = one(wanted);
        return new PartyCommand.ReplaceHead(more.lost(), more.replacement());
    }

    /** Often what waits for others, so that something comes of it. */
    private Hash waiting(Table<Hash, ?> open) {
        return open.size() == 0 || chance.nextInt(3) == 0 ? one(named) : one(open.keys());
    }

    private Founding any() {
        PartyDraft other = draft(one(PARTIES.subList(1, 5)), one(KEYS.subList(2, 6)));
        return chance.nextBoolean() ? founding() : founding(chance.nextBoolean(), draft(ALPHA, HEAD_A), other);
    }

    private Command enrol(Role role) {
        return new PartyCommand.Enrol(one(KEYS), role, role.atDesk() ? Optional.of(one(DESKS)) : Optional.empty());
    }

    private Command propose(Given given) {
        PartyId first = one(PARTIES);
        List<PartyId> others = PARTIES.stream().filter(p -> !p.equals(first)).toList();
        Group group = new Group(chance.nextBoolean() ? List.of(ALPHA, BRAVO, CHARLIE) : List.of(first, one(others)));
        Figure figure = one(List.of(Figure.values()));
        long value = figure.least() + chance.nextLong(figure.most() - figure.least() + 1);
        return new TermsCommand.Propose(
                chance.nextBoolean()
                        ? text(group, figure, figure == Figure.ACTS_PER_MINUTE ? figure.most() : value)
                        : until(given.at() + chance.nextLong(MINUTE), group));
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static void assertSound(World world) {
        Parties parties = world.parties();
        if (parties.theatre().isEmpty()) return;
        for (PartyId party : parties.all().keys())
            assertThat(standing(parties, party, Role.HEAD))
                    .describedAs("heads of %s", party)
                    .isPositive();
        assertThat(standing(parties, ALPHA, Role.HOST)).isPositive();
        parties.replacements().values().forEach(wanted -> {
            assertThat(parties.key(wanted.lost()).orElseThrow().revoked()).isFalse();
            assertThat(parties.keys().has(wanted.replacement().point())).isFalse();
            assertThat(wanted.voices().size()).isBetween(1, PartyRules.KEYS_MAX + Founding.PARTIES_MAX);
            for (VerifierKey voice : wanted.voices().values())
                assertThat(parties.key(voice).orElseThrow().revoked()).isFalse();
        });
        for (Chain chain : world.chains().values())
            assertThat(chain.notes().last().map(Table.Row::key))
                    .isEqualTo(chain.next() == 0 ? Optional.empty() : Optional.of(chain.next() - 1));
    }

    private static long standing(Parties parties, PartyId party, Role role) {
        return parties.keys().values().stream()
                .filter(key -> key.party().equals(party) && key.role() == role && !key.revoked())
                .map(Key::verifier)
                .count();
    }
}
