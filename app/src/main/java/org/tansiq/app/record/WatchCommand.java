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
        Moments moments = common.moments();
        Where where = new Where();
        where.at = Optional.of(at);
        OptionalLong behind =
                from.isPresent() ? OptionalLong.of(ShowCommand.number(from.get()) - 1) : OptionalLong.empty();
        try (Away away = new Away(where, common, keyring)) {
            Session session = away.ask(one -> one);
            Heard heard = new Heard(away, moments, behind);
            console.error(say("watch.begins", "server", at));
            new Following(session, behind, heard).run();
        } catch (Closed _) {
            return Exit.NONE;
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

    /** Nobody reads what is printed any more, as behind {@code head}: as well stopped as by Ctrl-C. */
    private static final class Closed extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final class Heard implements Following.Heard {
        private final Away away;
        private final Moments moments;
        private final Printed printed = new Printed(common, console, /* named= */ false);
        private Sight sight;
        private Concerns concerns;
        private OptionalLong behind;
        private boolean begun;
        private boolean lost;

        Heard(Away away, Moments moments, OptionalLong behind) throws IOException {
            this.away = away;
            this.moments = moments;
            this.behind = behind;
            this.sight = away.sight(/* all= */ true);
            this.concerns = new Concerns(sight);
        }

        @Override
        public void delivery(Session.Delivered delivered) throws IOException {
            List<Event> events = Printed.events(delivered.delivery());
            if (events.stream().anyMatch(event -> event instanceof PartyEvent)) sight = away.sight(/* all= */ true);
            behind = OptionalLong.of(delivered.delivery().number());
            concerns.learn(events);
            if (!all && events.stream().noneMatch(concerns::desk)) return;
            printed.delivery(delivered, sight.world().parties());
            flush();
        }

        @Override
        public void now(String name, Json data) throws IOException {
            boolean first = !begun;
            begun = true;
            if (behind.isEmpty() && name.equals("state")) behind = OptionalLong.of(ClockChange.inbox(data));
            if (lost) console.error(say("watch.again", "number", Long.toString(behind.orElse(0))));
            lost = false;
            if (common.json()) {
                List<Json.Member> members = new ArrayList<>(List.of(new Json.Member("event", new Json.Text(name))));
                members.addAll(((Json.Fields) data).members());
                console.line(new Json.Fields(members).text());
            } else if (name.equals("time")) tell(ClockChange.read(data));
            // What the clock changed in between is told to nobody again: what came of it is.
            else if (!first) ClockChange.standing(data).forEach(this::tell);
            flush();
        }

        private void tell(ClockChange change) {
            if (all || concerns.desk(change)) console.line(common.messages().line(change.phrase(moments)));
        }

        private void flush() throws Closed {
            if (console.closed()) throw new Closed();
        }

        @Override
        public void lost(Unreachable why) {
            if (!lost) console.error(say("watch.lost", "why", Silence.words(common.messages(), why)));
            lost = true;
            console.err().flush();
        }
    }
}
