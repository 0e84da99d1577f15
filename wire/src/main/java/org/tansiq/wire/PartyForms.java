package org.tansiq.wire;

import static org.tansiq.wire.Basics.*;

import java.util.List;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.Party;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRules;
import org.tansiq.core.party.Proposal;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.party.Replacement;
import org.tansiq.core.party.Role;
import org.tansiq.core.party.Theatre;

/** The forms of what the room party says. */
final class PartyForms {
    private static final Codec<Kind> KIND = Codec.word(Kind.values());
    private static final int VOICES_MAX = PartyRules.KEYS_MAX + Founding.PARTIES_MAX;

    static final Codec<PartyId> PARTY = Codec.by(TEXT, PartyId::text, PartyId::new);
    static final Codec<DeskId> DESK_ID = Codec.by(TEXT, DeskId::text, DeskId::new);
    static final Codec<Role> ROLE = Codec.word(Role.values());
    static final Codec<Cover> COVER = Codec.fields(
            (cover, to) -> to.put("outline", Codec.list(POSITION, Cover.OUTLINE_MAX), cover.outline())
                    .put("heights", BAND, cover.band()),
            from -> new Cover(from.get("outline", Codec.list(POSITION, Cover.OUTLINE_MAX)), from.get("heights", BAND)));
    static final Codec<Quorum> QUORUM = Codec.fields(
            (quorum, to) -> to.put("numerator", SMALL, quorum.numerator())
                    .put("denominator", SMALL, quorum.denominator())
                    .put("least", SMALL, quorum.least()),
            from -> new Quorum(from.get("numerator", SMALL), from.get("denominator", SMALL), from.get("least", SMALL)));
    static final Codec<PartyDraft> DRAFT = Codec.fields(
            (draft, to) -> to.put("id", PARTY, draft.id())
                    .put("names", NAMES, draft.names())
                    .put("kind", KIND, draft.kind())
                    .put("heads", Codec.list(VKEY, PartyDraft.HEADS_MAX), draft.heads()),
            from -> new PartyDraft(
                    from.get("id", PARTY),
                    from.get("names", NAMES),
                    from.get("kind", KIND),
                    from.get("heads", Codec.list(VKEY, PartyDraft.HEADS_MAX))));
    static final Codec<Founding> FOUNDING = Codec.fields(PartyForms::founding, PartyForms::founding);
    static final Codec<Theatre> THEATRE = Codec.fields(
            (theatre, to) -> to.put("hash", HASH, theatre.hash())
                    .put("hostKey", VKEY, theatre.hostKey())
                    .put("founding", FOUNDING, theatre.founding()),
            from -> new Theatre(from.get("hash", HASH), from.get("hostKey", VKEY), from.get("founding", FOUNDING)));
    static final Codec<Desk> DESK = Codec.fields(
            (desk, to) -> to.put("id", DESK_ID, desk.id())
                    .put("names", NAMES, desk.names())
                    .put("contact", TEXT, desk.contact())
                    .put("languages", TEXT, desk.languages()),
            from -> new Desk(
                    from.get("id", DESK_ID),
                    from.get("names", NAMES),
                    from.get("contact", TEXT),
                    from.get("languages", TEXT)));
    static final Codec<Key> KEY = Codec.fields(
            (key, to) -> to.put("key", VKEY, key.verifier())
                    .put("party", PARTY, key.party())
                    .put("role", ROLE, key.role())
                    .maybe("desk", DESK_ID, key.desk())
                    .put("revoked", TRUTH, key.revoked()),
            from -> new Key(
                    from.get("key", VKEY),
                    from.get("party", PARTY),
                    from.get("role", ROLE),
                    from.maybe("desk", DESK_ID),
                    from.get("revoked", TRUTH)));
    static final Codec<Party> STANDING_PARTY = Codec.fields(
            (party, to) -> to.put("id", PARTY, party.id())
                    .put("names", NAMES, party.names())
                    .put("kind", KIND, party.kind())
                    .put("accepted", TRUTH, party.accepted())
                    .put(
                            "desks",
                            Codec.list(DESK, PartyRules.DESKS_MAX),
                            party.desks().values()),
            from -> new Party(
                    from.get("id", PARTY),
                    from.get("names", NAMES),
                    from.get("kind", KIND),
                    from.get("accepted", TRUTH),
                    desks(from)));
    static final Codec<Table<PartyId, Boolean>> VOICES =
            Codec.by(Codec.list(PARTY, Founding.PARTIES_MAX), Table::keys, PartyForms::voices);
    static final Codec<Proposal> PROPOSAL = Codec.fields(
            (made, to) -> to.put("party", DRAFT, made.party()).put("agreed", VOICES, made.agreed()),
            from -> new Proposal(from.get("party", DRAFT), from.get("agreed", VOICES)));
    static final Codec<Replacement> REPLACEMENT = Codec.fields(
            (wanted, to) -> to.put("lost", VKEY, wanted.lost())
                    .put("replacement", VKEY, wanted.replacement())
                    .put("voices", Codec.list(VKEY, VOICES_MAX), wanted.voices().values())
                    .maybe("due", TIME, wanted.due()),
            PartyForms::replacement);

    static final Codec<PartyCommand.Accept> ACCEPT = Codec.fields(
            (asked, to) -> to.put("theatre", HASH, asked.theatre()),
            from -> new PartyCommand.Accept(from.get("theatre", HASH)));
    static final Codec<PartyCommand.ProposeParty> PROPOSE = Codec.fields(
            (asked, to) -> to.put("party", DRAFT, asked.party()),
            from -> new PartyCommand.ProposeParty(from.get("party", DRAFT)));
    static final Codec<PartyCommand.AgreeParty> AGREE = Codec.fields(
            (asked, to) -> to.put("proposal", HASH, asked.proposal()),
            from -> new PartyCommand.AgreeParty(from.get("proposal", HASH)));
    static final Codec<PartyCommand.SetDesk> SET_DESK =
            Codec.by(DESK, PartyCommand.SetDesk::desk, PartyCommand.SetDesk::new);
    static final Codec<PartyCommand.Enrol> ENROL = Codec.fields(
            (asked, to) -> to.put("key", VKEY, asked.key())
                    .put("role", ROLE, asked.role())
                    .maybe("desk", DESK_ID, asked.desk()),
            from -> new PartyCommand.Enrol(from.get("key", VKEY), from.get("role", ROLE), from.maybe("desk", DESK_ID)));
    static final Codec<PartyCommand.Revoke> REVOKE = Codec.fields(
            (asked, to) -> to.put("key", VKEY, asked.key()).put("why", LINE, asked.why()),
            from -> new PartyCommand.Revoke(from.get("key", VKEY), from.get("why", LINE)));
    static final Codec<PartyCommand.ReplaceHead> REPLACE_HEAD = Codec.fields(
            (asked, to) -> to.put("lost", VKEY, asked.lost()).put("replacement", VKEY, asked.replacement()),
            from -> new PartyCommand.ReplaceHead(from.get("lost", VKEY), from.get("replacement", VKEY)));

    private PartyForms() {}

    private static void founding(Founding founding, FieldsOut to) {
        to.put("names", NAMES, founding.names())
                .put("cover", COVER, founding.cover())
                .put("tests", TRUTH, founding.tests())
                .put("host", PARTY, founding.host())
                .put("founders", Codec.list(DRAFT, Founding.PARTIES_MAX), founding.founders())
                .put("quorum", QUORUM, founding.quorum());
    }

    static Founding founding(FieldsIn from) {
        return new Founding(
                from.get("names", NAMES),
                from.get("cover", COVER),
                from.maybe("tests", TRUTH).orElse(false),
                from.get("host", PARTY),
                from.get("founders", Codec.list(DRAFT, Founding.PARTIES_MAX)),
                from.maybe("quorum", QUORUM).orElse(Quorum.TWO_THIRDS));
    }

    private static Table<DeskId, Desk> desks(FieldsIn from) {
        Table<DeskId, Desk> desks = Table.empty();
        for (Desk desk : from.get("desks", Codec.list(DESK, PartyRules.DESKS_MAX))) desks = desks.put(desk.id(), desk);
        return desks;
    }

    private static Table<PartyId, Boolean> voices(List<PartyId> parties) {
        Table<PartyId, Boolean> voices = Table.empty();
        for (PartyId party : parties) voices = voices.put(party, true);
        return voices;
    }

    private static Replacement replacement(FieldsIn from) {
        Table<Hash, VerifierKey> voices = Table.empty();
        for (VerifierKey voice : from.get("voices", Codec.list(VKEY, VOICES_MAX)))
            voices = voices.put(voice.point(), voice);
        return new Replacement(from.get("lost", VKEY), from.get("replacement", VKEY), voices, from.maybe("due", TIME));
    }
}
