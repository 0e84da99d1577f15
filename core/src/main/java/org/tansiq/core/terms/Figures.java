package org.tansiq.core.terms;

import org.tansiq.core.Malformed;
import org.tansiq.core.Table;

/** Numbers, each within its bounds; what is not named is left open. */
public record Figures(Table<Figure, Long> named) {
    public static final Figures NONE = new Figures(Table.empty());

    public Figures {
        for (Table.Row<Figure, Long> row : named) {
            Figure figure = row.key();
            if (row.value() < figure.least() || row.value() > figure.most())
                throw new Malformed(figure.name(), "" + row.value(), figure.least() + " to " + figure.most());
        }
    }
}
