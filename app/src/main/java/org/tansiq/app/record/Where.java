package org.tansiq.app.record;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.client.Server;
import picocli.CommandLine.Option;

/** Where the record is: in a folder here, or behind a server. */
public final class Where {
    private static final int PORT_MAX = 65_535;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "help.data")
    Optional<Path> data = Optional.empty();

    @Option(names = "--at", paramLabel = "URL", descriptionKey = "help.at-server")
    Optional<String> at = Optional.empty();

    /** Whether it is behind a server. Complains where nothing is said of it, or two things are. */
    public boolean away() {
        if (data.isPresent() && at.isPresent()) throw new Complaint("option.both", "value", "--data DIR, --at URL");
        if (data.isEmpty() && at.isEmpty()) throw new Complaint("option.missing", "value", "--data DIR, or --at URL");
        return at.isPresent();
    }

    Path folder() {
        if (away()) throw new Complaint("option.missing", "value", "--data DIR");
        return data.orElseThrow();
    }

    /** The folder or the address, as it was given. */
    String name() {
        return away() ? at.orElseThrow() : folder().toString();
    }

    Server server(Common common) {
        if (!away()) throw new Complaint("option.missing", "value", "--at URL");
        Complaint wrong = new Complaint("at.address", "value", at.orElseThrow());
        try {
            URI address = URI.create(at.orElseThrow());
            if (address.getPort() == 0 || address.getPort() > PORT_MAX) throw wrong;
            return new Server(address, common.messages().language().code());
        } catch (IllegalArgumentException _) {
            throw wrong;
        }
    }
}
