package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figures;

final class AdmissionTest {
    private static final Command ACT = new PartyCommand.SetDesk(desk(AIR));
    private static final Command OTHER = new PartyCommand.SetDesk(desk(LINE));

    private static Admission admit(Given given, Note note) {
        return Rules.admit(given.world(), note);
    }

    private static Note at(Given given, long seq, String hash) {
        return given.note(hash(hash), HEAD_A, seq, given.world().chain(HEAD_A).head(), ACT, Status.ACTUAL);
    }

    @Test
    void theNextNoteOfAnEnrolledKeyIsNext() {
        Given given = Given.theatre();
        assertThat(admit(given, given.note(HEAD_A, ACT))).isEqualTo(new Admission.Next());
    }

    @Test
    void aKeyThatNobodyEnrolledIsNotAdmitted() {
        Given given = Given.theatre();
        assertThat(admit(given, given.note(HEAD_D, ACT))).isEqualTo(new Admission.NotEnrolled());
    }

    @Test
    void anEnrolledPointUnderAnotherNameIsNotAdmitted() {
        Given given = Given.theatre();
        VerifierKey named = new VerifierKey("somebody/else", HEAD_A.point());
        assertThat(admit(given, given.note(named, ACT))).isEqualTo(new Admission.NotEnrolled());
    }

    @Test
    void beforeThereIsATheatreOnlyAFoundingIsAdmitted() {
        Given given = Given.nothing();
        assertThat(admit(given, given.note(HOST, found(founding(), Figures.NONE))))
                .isEqualTo(new Admission.Next());
        assertThat(admit(given, given.note(HOST, ACT))).isEqualTo(new Admission.NotEnrolled());
        Note second = given.note(hash("n"), HOST, 1, Hash.NONE, found(founding(), Figures.NONE), Status.ACTUAL);
        assertThat(admit(given, second)).isEqualTo(new Admission.Ahead(0));
    }

    @Test
    void aFoundingNamesNoTheatre() {
        Given given = Given.nothing();
        Note note = given.note(HOST, found(founding(), Figures.NONE));
        Note lost = new Note(
                note.hash(),
                hash("other"),
                HOST,
                0,
                Hash.NONE,
                0,
                Rules.FOUNDING,
                Status.ACTUAL,
                note.envelope(),
                note.details());
        assertThat(admit(given, lost)).isEqualTo(new Admission.OtherTheatre(Hash.NONE));
    }

    @Test
    void aNoteForAnotherTheatreIsNotAdmitted() {
        Given given = Given.theatre();
        Hash theatre = given.world().parties().theatre().orElseThrow().hash();
        Note note = given.note(HEAD_A, ACT);
        Note stray = new Note(
                note.hash(),
                hash("other"),
                HEAD_A,
                note.seq(),
                note.prev(),
                0,
                note.type(),
                Status.ACTUAL,
                note.envelope(),
                note.details());
        assertThat(admit(given, stray)).isEqualTo(new Admission.OtherTheatre(theatre));
    }

    @Test
    void theSameBytesAgainAreARepeat() {
        Given given = Given.theatre();
        Note note = given.note(HEAD_A, ACT);
        Then said = given.when(note, new Reading.Clear(ACT));
        Given after = said.after().by(HEAD_A, OTHER).by(HEAD_B, ACT);
        assertThat(admit(after, note))
                .isEqualTo(new Admission.Repeat(said.entry().index()));
    }

    @Test
    void theSameBytesAgainAreARepeatThoughRefused() {
        Given given = Given.theatre();
        Command refused = new HallCommand.AdoptRules(NEWER);
        Note note = given.note(HEAD_A, refused);
        Then said = given.when(note, new Reading.Clear(refused));
        assertThat(admit(said.after(), note))
                .isEqualTo(new Admission.Repeat(said.entry().index()));
    }

    @Test
    void aNoteAfterAMissingOneIsAhead() {
        Given given = Given.theatre();
        assertThat(admit(given, at(given, 2, "n"))).isEqualTo(new Admission.Ahead(1));
    }

    @Test
    void anotherNoteWithAUsedNumberIsSecond() {
        Given given = Given.theatre().by(HEAD_A, ACT);
        assertThat(admit(given, at(given, 1, "n"))).isEqualTo(new Admission.Second());
    }

    @Test
    void aThirdNoteWithOneNumberIsSpent() {
        Given given = Given.theatre().by(HEAD_A, ACT);
        Then second = given.when(at(given, 1, "n"), new Reading.Clear(ACT));
        long kept = second.entry().index();
        assertThat(admit(second.after(), at(given, 1, "m"))).isEqualTo(new Admission.Spent(kept));
        assertThat(admit(second.after(), at(given, 1, "n"))).isEqualTo(new Admission.Repeat(kept));
    }

    @Test
    void aRevokedKeyIsNotAdmitted() {
        VerifierKey desk = key("alpha/desk");
        Given given = Given.theatre()
                .by(HEAD_A, ACT)
                .by(HEAD_A, new PartyCommand.Enrol(desk, Role.DUTY_OFFICER, Optional.of(AIR)));
        Note said = given.note(desk, ACT);
        Then answered = given.when(said, new Reading.Clear(ACT));
        Given revoked = answered.after().by(HEAD_A, new PartyCommand.Revoke(desk, "left in a car"));
        assertThat(admit(revoked, revoked.note(desk, OTHER))).isEqualTo(new Admission.Revoked());
        assertThat(admit(revoked, said))
                .isEqualTo(new Admission.Repeat(answered.entry().index()));
    }

    @Test
    void aNewKeyBeginsItsOwnChain() {
        VerifierKey desk = key("alpha/desk");
        Given given = Given.theatre().by(HEAD_A, new PartyCommand.Enrol(desk, Role.AUDITOR, Optional.empty()));
        assertThat(admit(given, given.note(hash("n"), desk, 0, Hash.NONE, ACT, Status.ACTUAL)))
                .isEqualTo(new Admission.Next());
    }
}
