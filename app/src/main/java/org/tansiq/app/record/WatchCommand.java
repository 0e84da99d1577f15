package org.tansiq.app.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.client.Following;
import org.tansiq.client.Problem;
import org.tansiq.client.Session;
import org.tansiq.client.Unreachable;
import org.tansiq.core.Event;
import org.tansiq.core.Malformed;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what concerns the key's desk as it happens, until it is stopped. */
@Command(name = "watch")
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    private final Common common = new Common();

    @Mixin
    private final Keyring keyring = new Keyring();

    @Option(names = "--at", required = true, paramLabel = "URL", descriptionKey = "help.at-server")
    private String at = "";

    @Option(names = "--from", paramLabel = "N", descriptionKey = "help.watch-from")
    private Optional<Long> from = Optional.empty();

    @Option(names = "--all", descriptionKey = "help.watch-all")
    private boolean all;

    private final Console console;

    public WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Where where = new Where();
        where.at = Optional.of(at);
        OptionalLong behind =
                from.isPresent() ? OptionalLong.of(ShowCommand.number(from.get()) - 1) : OptionalLong.empty();
        try (Away away = new Away(where, common, keyring)) {
            Session session = away.ask(one -> one);
            Heard heard = new Heard(away);
            console.error(say("watch.begins", "server", at));
            new Following(session, behind, heard).run();
        } catch (Problem problem) {
            throw new Complaint("at.problem", "server", at, "what", problem.detail());
        } catch (Malformed bad) {
            throw new Complaint("at.malformed", "server", at, "field", bad.field(), "limit", bad.limit());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Exit.NONE;
    }

    private String say(String key, Object... filled) {
        return common.messages().line(common.messages().say(key, filled));
    }

    private final class Heard implements Following.Heard {
        private final Away away;
        private final Printed printed = new Printed(common, console, /* named= */ false);
        private Sight sight;
        private Concerns concerns;
        private boolean lost;

        Heard(Away away) throws IOException {
            this.away = away;
            this.sight = away.sight(/* all= */ true);
            this.concerns = new Concerns(sight);
        }

        @Override
        public void delivery(Session.Delivered delivered) throws IOException {
            List<Event> events = Printed.events(delivered.delivery());
            if (events.stream().anyMatch(event -> event instanceof PartyEvent)) sight = away.sight(/* all= */ true);
            concerns.learn(events);
            if (!all && events.stream().noneMatch(concerns::desk)) return;
            printed.delivery(delivered, sight.world().parties());
            console.out().flush();
        }

        @Override
        public void now(String name, Json data) {
            if (lost) console.error(say("watch.again"));
            lost = false;
            if (common.json()) {
                List<Json.Member> members = new ArrayList<>(List.of(new Json.Member("event", new Json.Text(name))));
                members.addAll(((Json.Fields) data).members());
                console.line(new Json.Fields(members).text());
            } else if (name.equals("time")) {
                ClockChange change = ClockChange.read(data);
                if (all || concerns.desk(change)) console.line(common.messages().line(change.phrase(common.moments())));
            }
            console.out().flush();
        }

        @Override
        public void lost(Unreachable why) {
            if (!lost) console.error(say("watch.lost", "why", why.why()));
            lost = true;
            console.err().flush();
        }
    }
}
