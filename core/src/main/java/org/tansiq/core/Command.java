package org.tansiq.core;

import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.terms.TermsCommand;

/** What somebody asks to be put on the record. */
public sealed interface Command permits HallCommand, PartyCommand, TermsCommand, AirspaceCommand {}
