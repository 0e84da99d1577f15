package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.declaration.Declaration;
import org.tansiq.geometry.Volume;

/**
 * All that is compared, in the order in which it was read: mine first, then the others, if any were named.
 *
 * <p>Two declarations are compared if they are different, and one of them mine where others were named.
 */
final class Roll {
    private final List<Declaration> declarations;
    private final int mine; // The first so many are mine.
    private final boolean whole; // Nobody was named to compare against: all pairs.
    private final List<Side> sides = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    /** One volume: the side it belongs to, and where it stands among the volumes of that side. */
    record Item(int declaration, int side, int place, Volume volume) {}

    /** The margin is the metres that two footprints must stay apart: each takes half. */
    Roll(List<Declaration> mine, Optional<List<Declaration>> others, double margin) {
        this.declarations = new ArrayList<>(mine);
        this.mine = mine.size();
        this.whole = others.isEmpty();
        others.ifPresent(declarations::addAll);
        for (int d = 0; d < declarations.size(); d++)
            for (int part = 1; part <= declarations.get(d).parts().size(); part++) add(d, part, margin / 2);
    }

    private void add(int declaration, int part, double margin) {
        Side side = Side.of(declarations.get(declaration), part, margin);
        for (int i = 0; i < side.volumes().size(); i++)
            items.add(new Item(declaration, sides.size(), i, side.volumes().get(i)));
        sides.add(side);
    }

    boolean compared(Item a, Item b) {
        if (a.declaration() == b.declaration()) return false;
        return whole || a.declaration() < mine != b.declaration() < mine;
    }

    /** How many pairs of declarations are compared. */
    long pairs() {
        long n = declarations.size();
        return whole ? n * (n - 1) / 2 : mine * (n - mine);
    }

    int declarations() {
        return declarations.size();
    }

    List<Item> items() {
        return items;
    }

    Side side(int index) {
        return sides.get(index);
    }
}
