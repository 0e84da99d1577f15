package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Opening;
import org.tansiq.core.Rules;
import org.tansiq.core.Stamped;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.Ways;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Theatre;
import org.tansiq.geometry.Window;

/** A world is read from its rows as it was, and what follows from its rows with it. */
final class WorldRowsTest {
    private static final long AT = 1_790_000_000_000_000L;
    private static final PartyId A = new PartyId("a");
    private static final PartyId B = new PartyId("b");

    private final Samples samples = new Samples(3);

    private World world = World.EMPTY;

    private void so(Event... events) {
        Stamped cause = new Stamped(AT, hash(0), new Cause.Tick());
        Delivery told = new Delivery(A, world.inbox(A).count() + 1, Opening.CLOSED, List.of(events));
        world = Rules.apply(world, new Entry(world.next(), cause, List.of(events), List.of(told)));
    }

    private static Hash hash(long number) {
        return new Hash(number, 0, 0, 0);
    }

    private Declaration declaration(long id, PartyId party) {
        Declaration some = samples.of(Declaration.class);
        DeclaredWindow window =
                new DeclaredWindow(1, new Window(AT, AT + 7_200_000_000L), WindowState.DECLARED, AT, false, AT);
        Table<Integer, DeclaredWindow> windows =
                Table.<Integer, DeclaredWindow>empty().put(1, window);
        return new Declaration(
                hash(id),
                party,
                some.status(),
                1,
                some.plan(),
                some.details(),
                windows,
                some.beyond(),
                some.reach(),
                some.charge(),
                some.misplaced());
    }

    private Finding finding(long conflict, Declaration one, Declaration other) {
        Finding some = samples.of(Finding.class);
        return new Finding(hash(conflict), one.id(), other.id(), some.margins(), some.pairs(), some.more());
    }

    private ConflictView view(Finding finding, Hash declaration, int version) {
        ConflictView some = samples.of(ConflictView.class);
        return new ConflictView(
                finding.conflict(),
                declaration,
                version,
                some.desk(),
                some.margins(),
                some.overlaps(),
                some.more(),
                some.other(),
                some.standing());
    }

    private Offer offer(Hash conflict, PartyId by) {
        Offer some = samples.of(Offer.class);
        return new Offer(
                conflict,
                by,
                some.seen(),
                some.otherSeen(),
                some.amend(),
                some.until(),
                some.asks(),
                some.ours(),
                some.theirs(),
                some.charge(),
                some.source());
    }

    /**
     * What no row says stays the same: which conflict is between which two, and where everything is posted.
     */
    private Declaration declared() {
        Founding founding = samples.of(Founding.class);
        so(new PartyEvent.Founded(new Theatre(hash(1), samples.of(VerifierKey.class), founding)));
        Declaration one = declaration(10, A);
        Declaration other = declaration(11, B);
        Declaration third = declaration(12, B);
        so(new AirspaceEvent.Declared(one), new AirspaceEvent.Declared(third));
        Finding open = finding(20, one, other);
        so(new AirspaceEvent.Declared(other), new AirspaceEvent.Met(open));
        so(
                new AirspaceEvent.Told(A, view(open, one.id(), 1)),
                new AirspaceEvent.Told(B, view(open, other.id(), 4)),
                new AirspaceEvent.Seen(open.conflict(), B, 3));
        Finding over = finding(21, one, third);
        so(
                new AirspaceEvent.Met(over),
                new AirspaceEvent.Met(
                        new Finding(over.conflict(), one.id(), third.id(), over.margins(), List.of(), false)));
        so(
                new AirspaceEvent.Crowded(A, Optional.of(one.id()), samples.of(Answering.class)),
                new AirspaceEvent.Crowded(B, Optional.empty(), samples.of(Answering.class)),
                new AirspaceEvent.Crowded(A, Optional.of(one.id()), samples.of(Answering.class)));
        so(new AirspaceEvent.Activated(other.id(), List.of(1), AT, Optional.of("because")));
        so(
                new AirspaceEvent.Offered(offer(open.conflict(), A), AT),
                new AirspaceEvent.Answered(open.conflict(), B, samples.of(Ways.class)),
                new AirspaceEvent.Offered(offer(over.conflict(), A), AT),
                new AirspaceEvent.Settled(
                        over.conflict(),
                        new Step(
                                Step.Kind.DECLINED, B, offer(over.conflict(), A).id(), AT)));
        return one;
    }

    private static List<Bytes> rows(World world) {
        List<Bytes> rows = new ArrayList<>();
        WorldRows.write(world, rows::add);
        return rows;
    }

    private static World read(List<Bytes> rows) {
        WorldReading reading = new WorldReading();
        rows.forEach(reading::row);
        return reading.world();
    }

    @Test
    void aWorldWithDeclarationsConflictsAndCrowdsIsReadAsItWasWritten() {
        declared();
        World again = read(rows(world));
        assertThat(again.airspace().conflicts().size()).isEqualTo(2);
        assertThat(again.airspace().crowds().get(hash(10)).orElseThrow()).hasSize(2);
        assertThat(again.airspace().threads().all().size()).isEqualTo(2);
        assertThat(again.nextDue()).isEqualTo(world.nextDue()).isPresent();
        assertThat(again.airspace()).isEqualTo(world.airspace());
        assertThat(again).isEqualTo(world);
        assertThat(rows(again)).isEqualTo(rows(world));
    }

    @Test
    void whatWasReadIsFoundWhereItWas() {
        Declaration one = declared();
        World again = read(rows(world));
        Declaration like = new Declaration(
                hash(30),
                A,
                one.status(),
                1,
                one.plan(),
                samples.of(Details.class),
                one.windows(),
                one.beyond(),
                one.reach(),
                one.charge(),
                one.misplaced());
        List<Finding> found = world.airspace().own(like, AT);
        assertThat(found).hasSize(1);
        assertThat(again.airspace().own(like, AT)).isEqualTo(found);
    }

    @Test
    void aRowThatIsNoneIsRefused() {
        for (String row : List.of(
                "{\"row\":\"no.such\"}", "{\"row\":\"declared\"}", "{}", "[]", "{\"row\":\"crowd\",\"declaration\":7}"))
            assertThatExceptionOfType(Malformed.class).as(row).isThrownBy(() -> new WorldReading().row(Bytes.of(row)));
    }
}
