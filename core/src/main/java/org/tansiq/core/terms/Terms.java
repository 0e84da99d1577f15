package org.tansiq.core.terms;

import java.util.Optional;
import java.util.OptionalLong;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;

/**
 * Every text of terms there was, under the note that proposed it: those that wait for signatures, and those
 * that ended; for each group the text that decides; and the theatre's own numbers.
 */
public record Terms(
        Table<Figure, Agreed> theatre,
        Table<Hash, Standing.Signing> open,
        Table<Hash, Standing> ended,
        Table<Group, Hash> deciding) {

    public static final Terms NONE = new Terms(Table.empty(), Table.empty(), Table.empty(), Table.empty());

    /**
     * A number between two parties: that of the smallest group which holds both, of equal ones the later in
     * force; what that text lacks is the theatre's, as is what only the theatre has.
     */
    public Agreed between(PartyId one, PartyId other, Figure figure) {
        if (figure.ofTheatre()) return everywhere(figure);
        return deciding(one, other)
                .flatMap(text ->
                        inForce(text).text().figures().named().get(figure).map(value -> by(text, value)))
                .orElseGet(() -> everywhere(figure));
    }

    /** The theatre's number: of the last text that all parties signed and that names it, else of entry 0. */
    public Agreed everywhere(Figure figure) {
        return theatre.get(figure).orElseGet(() -> new Agreed(figure.standard(), new Agreed.Source.ByRules()));
    }

    /** The most that any terms of a party, or the theatre's, say of a number. */
    public long widest(PartyId party, Figure figure) {
        long most = everywhere(figure).value();
        for (Table.Row<Group, Hash> row : deciding)
            if (row.key().holds(party))
                most = Math.max(
                        most,
                        inForce(row.value())
                                .text()
                                .figures()
                                .named()
                                .get(figure)
                                .orElse(most));
        return most;
    }

    /** The text that decides between two parties. */
    public Optional<Hash> deciding(PartyId one, PartyId other) {
        Optional<Table.Row<Group, Hash>> found = Optional.empty();
        for (Table.Row<Group, Hash> row : deciding) {
            if (found.isPresent()
                    && row.key().parties().size() > found.get().key().parties().size()) break;
            if (!row.key().holds(one) || !row.key().holds(other)) continue;
            if (found.isEmpty()
                    || inForce(row.value()).order()
                            > inForce(found.get().value()).order()) found = Optional.of(row);
        }
        return found.map(Table.Row::value);
    }

    /** Whether a number of the theatre's is of this text. */
    public boolean sets(Hash text) {
        return theatre.values().stream().anyMatch(agreed -> agreed.source().equals(new Agreed.Source.ByText(text)));
    }

    /** How many texts wait for others with a party's signature under them. */
    long openWith(PartyId party) {
        return open.values().stream()
                .filter(signing -> signing.signed().has(party))
                .count();
    }

    public Optional<Standing> text(Hash text) {
        return open.get(text).<Standing>map(signing -> signing).or(() -> ended.get(text));
    }

    /** When the first open text lapses, in microseconds since 1970. */
    public OptionalLong nextDue() {
        return open.values().stream()
                .flatMap(signing -> signing.text().answerBy().stream())
                .mapToLong(Long::longValue)
                .min();
    }

    /** What is so after an event. */
    public Terms after(TermsEvent event) {
        return switch (event) {
            case TermsEvent.TheatreTermsSet set ->
                new Terms(set(set.figures(), new Agreed.Source.ByTheatre()), open, ended, deciding);
            case TermsEvent.Proposed made ->
                with(made.text(), new Standing.Signing(made.content(), Table.empty()).with(made.by()));
            case TermsEvent.Signed signed ->
                with(signed.text(), signing(signed.text()).with(signed.by()));
            case TermsEvent.InForce now -> inForce(now);
            case TermsEvent.Lapsed over ->
                ended(over.text(), new Standing.Lapsed(signing(over.text()).text()));
        };
    }

    private Terms inForce(TermsEvent.InForce now) {
        Text text = signing(now.text()).text();
        Terms after = ended(now.text(), new Standing.InForce(text, ended.size()));
        Table<Figure, Agreed> numbers =
                now.everywhere() ? set(text.figures(), new Agreed.Source.ByText(now.text())) : theatre;
        return new Terms(numbers, after.open, after.ended, deciding.put(text.group(), now.text()));
    }

    private Table<Figure, Agreed> set(Figures figures, Agreed.Source source) {
        Table<Figure, Agreed> numbers = theatre;
        for (Table.Row<Figure, Long> row : figures.named())
            numbers = numbers.put(row.key(), new Agreed(row.value(), source));
        return numbers;
    }

    private static Agreed by(Hash text, long value) {
        return new Agreed(value, new Agreed.Source.ByText(text));
    }

    private Standing.InForce inForce(Hash text) {
        if (ended.get(text).orElseThrow() instanceof Standing.InForce inForce) return inForce;
        throw new IllegalStateException("text " + text + " is not in force");
    }

    private Standing.Signing signing(Hash text) {
        return open.get(text).orElseThrow();
    }

    private Terms with(Hash text, Standing.Signing signing) {
        return new Terms(theatre, open.put(text, signing), ended, deciding);
    }

    private Terms ended(Hash text, Standing standing) {
        return new Terms(theatre, open.remove(text), ended.put(text, standing), deciding);
    }
}
