package org.tansiq.app.airspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Ids;
import org.tansiq.app.record.Keyring;
import org.tansiq.app.record.Speaker;
import org.tansiq.core.Disclosure;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.party.PartyId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes that says something of what is declared. */
final class Asking {
    @Mixin
    final Common common = new Common();

    @Mixin
    final Keyring keyring = new Keyring();

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "help.data")
    Path data = Path.of("");

    Speaker speaker(Console console) {
        return new Speaker(common, console, data, keyring);
    }

    static long now(Console console) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
    }

    /** The declaration of a party that somebody means. */
    static Declaration declaration(World world, PartyId party, String given) {
        List<Declaration> own = Disclosure.declarations(world, party);
        var id = Ids.declaration(given, own.stream().map(Declaration::id).toList());
        return own.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }
}
