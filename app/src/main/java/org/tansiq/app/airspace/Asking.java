package org.tansiq.app.airspace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Ids;
import org.tansiq.app.record.Keyring;
import org.tansiq.app.record.Sight;
import org.tansiq.app.record.Speaker;
import org.tansiq.app.record.Where;
import org.tansiq.core.Disclosure;
import org.tansiq.core.airspace.Declaration;
import picocli.CommandLine.Mixin;

/** What every command takes that says something of what is declared. */
final class Asking {
    @Mixin
    final Common common = new Common();

    @Mixin
    final Keyring keyring = new Keyring();

    @Mixin
    final Where where = new Where();

    Speaker speaker(Console console) {
        return new Speaker(common, console, where, keyring);
    }

    static long now(Console console) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant());
    }

    /** The declaration of a party that somebody means. */
    static Declaration declaration(Sight sight, String given) {
        List<Declaration> own = Disclosure.declarations(sight.world(), sight.party());
        var id = Ids.declaration(given, own.stream().map(Declaration::id).toList());
        return own.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }
}
