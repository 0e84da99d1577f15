package org.tansiq.app.replacement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tansiq.core.Hash;

/** Both worlds of a play, and whether their viewer gets the same in each. */
final class Sides implements AutoCloseable {
    /** Deliveries that a stream which goes on later has missed. */
    private static final int MISSED = 40;
    /** Characters on both sides of a difference. */
    private static final int ROUND = 300;

    /** What is done in one world. */
    interface Work {
        void on(Side side) throws Exception;
    }

    final Side one;
    final Side two;

    private final Tally tally;
    private final Commands commands;
    private final Logs logs = new Logs();
    private final ExecutorService helper = Executors.newSingleThreadExecutor();
    private final List<Listener> listeners = new ArrayList<>();

    Sides(Side one, Side two, Commands commands, Tally tally) {
        this.one = one;
        this.two = two;
        this.commands = commands;
        this.tally = tally;
    }

    List<Side> all() {
        return List.of(one, two);
    }

    /** The same in both worlds, at once. */
    void both(Work work) throws Exception {
        Future<Side> second = helper.submit(() -> {
            work.on(two);
            return two;
        });
        try {
            work.on(one);
        } catch (Settling.Broken broken) {
            ended(second);
            throw broken;
        }
        ended(second);
    }

    private static void ended(Future<Side> second) throws Exception {
        try {
            second.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Settling.Broken broken ? broken : failed;
        }
    }

    /** A new session in each world, and a stream that is heard from now on. */
    void login() throws Exception {
        for (Listener listener : listeners) listener.close();
        listeners.clear();
        for (Side side : all()) {
            String token = side.look.login();
            listeners.add(side.stage.listen(token, side.stage.told().size()));
        }
    }

    /** Compares what the streams have told, and what one tells that goes on now. */
    void heard() throws Exception {
        one.look.heard(listeners.getFirst());
        two.look.heard(listeners.getLast());
        for (Side side : all()) {
            int from = Math.max(0, side.stage.told().size() - MISSED);
            try (Listener again = side.stage.listen(side.look.token(), from)) {
                side.look.heard(again);
            }
        }
        alike();
    }

    /** Compares what can be seen now: of what is dear only some, unless it is time for all of it. */
    void compare(int turn, boolean all) throws Exception {
        int command = tally.of("by command");
        both(side -> {
            side.called.learn();
            side.look.soon(turn);
            if (!all) return;
            side.look.all();
            Hash nobodys = Cast.hash("nobody's " + turn);
            side.look.others("declarations", Own.hidden(side, /* conflicts= */ false), nobodys);
            side.look.others("conflicts", Own.hidden(side, /* conflicts= */ true), nobodys);
            commands.run(side, command);
        });
        alike();
        logs.silent();
    }

    private void alike() {
        List<Part> seen = one.look.parts();
        List<Part> other = two.look.parts();
        for (int i = 0; i < Math.min(seen.size(), other.size()); i++) alike(seen.get(i), other.get(i));
        if (seen.size() != other.size())
            throw new Settling.Broken("one world shows more: " + seen.getLast() + " or " + other.getLast());
    }

    private void alike(Part seen, Part other) {
        tally.count("by " + kind(seen.name()));
        if (seen.name().contains("inbox")) tally.told(seen.text());
        if (seen.equals(other)) return;
        String here = one.renaming.text(seen.text());
        String there = two.renaming.text(other.text());
        if (!here.equals(there)) throw new Settling.Broken(seen.name() + " differs\n" + apart(here, there));
    }

    private static String kind(String name) {
        return name.startsWith("/") ? "call" : name.split(" ", -1)[0];
    }

    private static String apart(String here, String there) {
        int same = 0;
        while (same < Math.min(here.length(), there.length()) && here.charAt(same) == there.charAt(same)) same++;
        return " in one: " + round(here, same) + "\n in two: " + round(there, same);
    }

    private static String round(String text, int at) {
        return text.substring(Math.max(0, at - ROUND), Math.min(text.length(), at + ROUND));
    }

    @Override
    public void close() throws IOException {
        logs.close();
        helper.shutdownNow();
        for (Listener listener : listeners) listener.close();
        for (Side side : all()) side.close();
    }
}
