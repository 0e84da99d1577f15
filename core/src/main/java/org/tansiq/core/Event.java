package org.tansiq.core;

import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.terms.TermsEvent;

/** What is so from an entry on. */
public sealed interface Event permits HallEvent, PartyEvent, TermsEvent, AirspaceEvent {}
