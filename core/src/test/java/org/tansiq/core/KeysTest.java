package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.core.Cast.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.party.PartyRules;
import org.tansiq.core.party.Role;

final class KeysTest {
    private static final VerifierKey NEW = key("alpha/new");

    private static Command enrol(VerifierKey key, Role role, DeskId desk) {
        return new PartyCommand.Enrol(key, role, Optional.of(desk));
    }

    private static Command enrol(VerifierKey key, Role role) {
        return new PartyCommand.Enrol(key, role, Optional.empty());
    }

    private static Command revoke(VerifierKey key) {
        return new PartyCommand.Revoke(key, "lost");
    }

    private static Given withDesk() {
        return Given.theatre().by(HEAD_A, new PartyCommand.SetDesk(desk(AIR)));
    }

    @Test
    void aHeadEnrolsKeysOfItsOwnParty() {
        for (Role role : Role.values()) {
            Optional<DeskId> desk = role.atDesk() ? Optional.of(AIR) : Optional.empty();
            withDesk()
                    .when(HEAD_A, new PartyCommand.Enrol(NEW, role, desk))
                    .then(new PartyEvent.KeyEnrolled(new Key(NEW, ALPHA, role, desk, /* revoked= */ false)));
        }
    }

    @Test
    void onlyAHeadEnrolsAndRevokes() {
        withDesk().when(HOST, enrol(NEW, Role.AUDITOR)).refused(new HallRefusal.NotYourRole(Role.HOST));
        withDesk().when(HOST, revoke(HEAD_A)).refused(new HallRefusal.NotYourRole(Role.HOST));
    }

    @Test
    void aDeskOfAnotherPartyIsNone() {
        withDesk().when(HEAD_B, enrol(NEW, Role.PLANNER, AIR)).refused(new PartyRefusal.NoSuchDesk(AIR));
    }

    @Test
    void onlyTheHostNamesKeysThatRunTheMachines() {
        withDesk().when(HEAD_B, enrol(NEW, Role.HOST)).refused(new PartyRefusal.OnlyHost(ALPHA));
    }

    @Test
    void aKeyIsEnrolledOnceForOneParty() {
        Given given = withDesk().by(HEAD_A, enrol(NEW, Role.AUDITOR));
        given.when(HEAD_A, enrol(NEW, Role.AUDITOR)).refused(new PartyRefusal.KeyTaken(NEW.name()));
        given.when(HEAD_B, enrol(NEW, Role.AUDITOR)).refused(new PartyRefusal.KeyTaken(NEW.name()));
        VerifierKey renamed = new VerifierKey("bravo/new", NEW.point());
        given.when(HEAD_B, enrol(renamed, Role.AUDITOR)).refused(new PartyRefusal.KeyTaken("bravo/new"));
    }

    @Test
    void aRevokedKeyIsNeverEnrolledAgain() {
        Given given = withDesk()
                .by(HEAD_A, enrol(NEW, Role.AUDITOR))
                .when(HEAD_A, revoke(NEW))
                .then(new PartyEvent.KeyRevoked(ALPHA, NEW, "lost"));
        given.when(HEAD_A, enrol(NEW, Role.AUDITOR)).refused(new PartyRefusal.KeyTaken(NEW.name()));
        given.when(HEAD_A, revoke(NEW)).refused(new PartyRefusal.NoSuchKey(NEW.name()));
    }

    @Test
    void aKeyForTestsIsRefusedWhereNothingIsTested() {
        withDesk().when(HEAD_A, enrol(key("TEST-new"), Role.AUDITOR)).refused(new PartyRefusal.TestKey("TEST-new"));
    }

    @Test
    void aKeyThatWaitsToComeInIsNotEnrolledBySomebodyElse() {
        Given proposed = withDesk().by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        proposed.when(HEAD_B, enrol(HEAD_D, Role.AUDITOR)).refused(new PartyRefusal.KeyTaken(HEAD_D.name()));
        Given wanted = withDesk().by(HEAD_B, new PartyCommand.ReplaceHead(HEAD_C, NEW));
        wanted.when(HEAD_A, enrol(NEW, Role.AUDITOR)).refused(new PartyRefusal.KeyTaken(NEW.name()));
    }

    @Test
    void aPartyHasNoMoreStandingKeysThanItMay() {
        Given given = withDesk();
        Event[] many = new Event[PartyRules.KEYS_MAX - 2];
        for (int i = 0; i < many.length; i++)
            many[i] = new PartyEvent.KeyEnrolled(enrolled(key("k" + i), ALPHA, Role.DEVICE, AIR));
        Given full = given.so(many);
        full.when(HEAD_A, enrol(NEW, Role.AUDITOR)).refused(new PartyRefusal.TooMany("keys", PartyRules.KEYS_MAX));
        full.by(HEAD_A, revoke(key("k0")))
                .when(HEAD_A, enrol(NEW, Role.AUDITOR))
                .then(new PartyEvent.KeyEnrolled(enrolled(NEW, ALPHA, Role.AUDITOR)));
    }

    @Test
    void keysOfAnotherPartyAreNotRevoked() {
        withDesk().when(HEAD_A, revoke(HEAD_B)).refused(new PartyRefusal.NotYours(BRAVO));
        withDesk().when(HEAD_A, revoke(NEW)).refused(new PartyRefusal.NoSuchKey(NEW.name()));
    }

    @Test
    void theLastHeadIsNotRevoked() {
        withDesk().when(HEAD_A, revoke(HEAD_A)).refused(new PartyRefusal.LastHead());
        withDesk()
                .by(HEAD_A, enrol(NEW, Role.HEAD))
                .when(NEW, revoke(HEAD_A))
                .then(new PartyEvent.KeyRevoked(ALPHA, HEAD_A, "lost"))
                .when(NEW, revoke(NEW))
                .refused(new PartyRefusal.LastHead());
    }

    @Test
    void theLastKeyOfTheHostIsNotRevoked() {
        withDesk().when(HEAD_A, revoke(HOST)).refused(new PartyRefusal.LastHost());
        withDesk()
                .by(HEAD_A, enrol(NEW, Role.HOST))
                .when(HEAD_A, revoke(HOST))
                .then(new PartyEvent.KeyRevoked(ALPHA, HOST, "lost"))
                .when(NEW, new HallCommand.AdoptRules(NEWER))
                .then(new HallEvent.RulesInForce(NEWER));
    }

    @Test
    void aRoleAtADeskNamesItAndNoOtherDoes() {
        for (Role role : Role.values()) {
            Optional<DeskId> wrong = role.atDesk() ? Optional.empty() : Optional.of(AIR);
            assertThatThrownBy(() -> new PartyCommand.Enrol(NEW, role, wrong))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("desk");
            assertThatThrownBy(() -> new Key(NEW, ALPHA, role, wrong, /* revoked= */ false))
                    .isInstanceOf(Malformed.class);
        }
        assertThat(Role.DEVICE.atDesk()).isTrue();
    }

    @Test
    void aKeyIsRevokedForAReasonThatCanBeRead() {
        assertThatThrownBy(() -> new PartyCommand.Revoke(NEW, "  ")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new PartyCommand.Revoke(NEW, "lost\u202e")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new PartyCommand.Revoke(NEW, "x".repeat(Wording.LINE_MAX + 1)))
                .isInstanceOf(Malformed.class);
    }
}
