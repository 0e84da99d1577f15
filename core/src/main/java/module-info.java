/** The hall and the rooms: all rules, in two pure functions. Needs geometry alone. */
module org.tansiq.core {
    requires static org.jspecify;
    requires transitive org.tansiq.geometry;

    exports org.tansiq.core;
    exports org.tansiq.core.airspace;
    exports org.tansiq.core.party;
    exports org.tansiq.core.places;
    exports org.tansiq.core.terms;
}
