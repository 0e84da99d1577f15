package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Wording;
import org.tansiq.core.party.PartyId;

/** What is asked about declared activity. */
public sealed interface AirspaceCommand extends Command {
    record Declare(Envelope envelope, Details details) implements AirspaceCommand {}

    /** A new version in the place of the one that its author saw. */
    record Amend(Hash declaration, int version, Envelope envelope, Details details) implements AirspaceCommand {
        public Amend {
            checkVersion(version);
        }

        /** The same envelope with other details. */
        public Amend with(Details other) {
            return new Amend(declaration, version, envelope, other);
        }
    }

    /**
     * Some windows of a version are in use from now on; {@code because} where others may not have seen it.
     */
    record Activate(Some some, Optional<String> because) implements AirspaceCommand {
        public Activate {
            because.ifPresent(text -> Wording.line("because", text, Wording.LINE_MAX));
        }
    }

    /** Some windows in use are so no more. */
    record End(Some some) implements AirspaceCommand {}

    /** Some windows will not be used. */
    record Withdraw(Some some) implements AirspaceCommand {}

    /** Another party is told more of a declaration from now on, where it meets that party's own. */
    record Widen(Hash declaration, int version, PartyId to, Level level) implements AirspaceCommand {
        public Widen {
            checkVersion(version);
        }
    }

    /** A conflict was seen in the version that its viewer has. It means seen, not agreed. */
    record See(Hash conflict, int version) implements AirspaceCommand {
        public See {
            checkVersion(version);
        }
    }

    /**
     * A version of one's own declaration that comes into force when the other side of a conflict, seen in
     * {@code version}, accepts it before {@code until}, in microseconds since 1970. {@code asks}: what the
     * other side is to do for its part, in terms of the box shown.
     */
    record Offer(Hash conflict, int version, Amend amend, long until, Optional<Change> asks)
            implements AirspaceCommand {
        public Offer {
            checkVersion(version);
        }
    }

    /**
     * What the other side offers comes into force, and one's own amendment with it. The conflict was seen in
     * {@code version}.
     */
    record Accept(Hash conflict, int version, Hash offer, Optional<Amend> amend) implements AirspaceCommand {
        public Accept {
            checkVersion(version);
        }
    }

    /** The other side's offer is turned down, or one's own taken back. */
    record Decline(Hash conflict, Hash offer) implements AirspaceCommand {}

    /** Which changes of one's own declaration would be free, in the version of a conflict that was seen. */
    record Ask(Hash conflict, int version) implements AirspaceCommand {
        public Ask {
            checkVersion(version);
        }
    }

    /** Some windows of a declaration, in the version that the author of an act on them saw. */
    record Some(Hash declaration, int version, List<Integer> windows) {
        public Some {
            checkVersion(version);
            windows = List.copyOf(windows);
            if (windows.isEmpty() || windows.size() > Plan.VOLUMES_MAX)
                throw new Malformed("windows", windows.size() + " numbers", "1 to " + Plan.VOLUMES_MAX);
            if (windows.stream().distinct().count() < windows.size())
                throw new Malformed("windows", windows.toString(), "each number once");
        }
    }

    private static void checkVersion(int version) {
        if (version < 1) throw new Malformed("version", "" + version, "1 or more");
    }
}
