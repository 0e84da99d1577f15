package org.tansiq.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tansiq.app.airspace.AcceptCommand;
import org.tansiq.app.airspace.ActCommand;
import org.tansiq.app.airspace.AmendCommand;
import org.tansiq.app.airspace.DeclareCommand;
import org.tansiq.app.airspace.DeclineCommand;
import org.tansiq.app.airspace.ListCommand;
import org.tansiq.app.airspace.OfferCommand;
import org.tansiq.app.airspace.SeenCommand;
import org.tansiq.app.airspace.TakeCommand;
import org.tansiq.app.airspace.ViewAsCommand;
import org.tansiq.app.airspace.WaysCommand;
import org.tansiq.app.airspace.WidenCommand;
import org.tansiq.app.check.CheckCommand;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.check.SkyCommand;
import org.tansiq.app.demo.DemoCommand;
import org.tansiq.app.places.PlaceCommand;
import org.tansiq.app.record.EngineCommand;
import org.tansiq.app.record.KeysCommand;
import org.tansiq.app.record.RulesCommand;
import org.tansiq.app.record.SayCommand;
import org.tansiq.app.record.ShowCommand;
import org.tansiq.app.record.TheatreCommand;
import org.tansiq.app.record.VerifyCommand;
import org.tansiq.app.record.WatchCommand;
import org.tansiq.app.serve.ServeCommand;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Tansiq. */
@Command(name = "tansiq", version = Main.VERSION)
public final class Main implements Runnable {
    static final String VERSION = "tansiq 0.1.0";

    /** Set to 1, a failure prints where in the program it happened. */
    private static final String DEBUG = "TANSIQ_DEBUG";

    /** Set to true by the launcher if the error stream is a terminal; Java cannot ask. */
    private static final String TERMINAL = "tansiq.terminal";

    private final PrintStream out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    @Option(names = "--version", versionHelp = true, descriptionKey = "help.version")
    boolean version;

    @Option(names = "--lang", paramLabel = "en|ar|ru", descriptionKey = "help.lang")
    String lang = "en";

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        Console console =
                new Console(utf8(System.out), utf8(System.err), Boolean.getBoolean(TERMINAL), Clock.systemUTC());
        System.exit(run(args, console));
    }

    /** Runs one command line whose errors nobody reads on a terminal; the answer is the exit status. */
    public static int run(String[] args, OutputStream out, OutputStream err, Clock clock) {
        return run(args, new Console(utf8(out), utf8(err), /* terminal= */ false, clock));
    }

    private static int run(String[] args, Console console) {
        Messages messages = Messages.in(language(args));
        try {
            return commandLine(args, console, messages).execute(args);
        } catch (RuntimeException | Error failure) { // Also what the command line library does not catch.
            return failed(console, messages, failure);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    // To describe all commands takes longer than most of them do: only the one that is named is made, or all
    // where none is.
    private static CommandLine commandLine(String[] args, Console console, Messages messages) {
        CommandLine line = new CommandLine(new Main(console.out()));
        Map<String, Supplier<Object>> all = commands(console);
        Supplier<Object> named = args.length == 0 ? null : all.get(args[0]);
        if (named != null) line.addSubcommand(args[0], named.get());
        else all.forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.setResourceBundle(new HelpTexts(messages));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, _) -> complain(console, messages, complaint(wrong)));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(console, messages, failure));
        return line;
    }

    private static Map<String, Supplier<Object>> commands(Console console) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("check", () -> new CheckCommand(console));
        all.put("sky", () -> new SkyCommand(console));
        all.put("place", () -> new PlaceCommand(console));
        all.put("demo", () -> new DemoCommand(console, (args, out) -> run(args, out, out, console.clock())));
        all.put("engine", () -> new EngineCommand(console, System.in));
        all.put("serve", () -> new ServeCommand(console));
        all.put("verify", () -> new VerifyCommand(console));
        all.put("say", () -> new SayCommand(console));
        all.put("show", () -> new ShowCommand(console));
        all.put("declare", () -> new DeclareCommand(console));
        all.put("view-as", () -> new ViewAsCommand(console));
        all.put("amend", () -> new AmendCommand(console));
        all.put("activate", () -> new ActCommand(console, ActCommand.Act.ACTIVATE));
        all.put("end", () -> new ActCommand(console, ActCommand.Act.END));
        all.put("withdraw", () -> new ActCommand(console, ActCommand.Act.WITHDRAW));
        all.put("widen", () -> new WidenCommand(console));
        all.put("seen", () -> new SeenCommand(console));
        all.put("ways", () -> new WaysCommand(console));
        all.put("take", () -> new TakeCommand(console));
        all.put("offer", () -> new OfferCommand(console));
        all.put("accept", () -> new AcceptCommand(console));
        all.put("decline", () -> new DeclineCommand(console));
        all.put("list", () -> new ListCommand(console));
        all.put("watch", () -> new WatchCommand(console));
        all.put(
                "keys",
                () -> new CommandLine(new KeysCommand())
                        .addSubcommand(new KeysCommand.New(console))
                        .addSubcommand(new KeysCommand.Enrol(console))
                        .addSubcommand(new KeysCommand.Revoke(console)));
        all.put("theatre", () -> new CommandLine(new TheatreCommand()).addSubcommand(new TheatreCommand.New(console)));
        all.put("rules", () -> new CommandLine(new RulesCommand()).addSubcommand(new RulesCommand.Adopt(console)));
        return all;
    }

    private static int failed(Console console, Messages messages, Throwable failure) {
        if (failure instanceof Complaint complaint) return complain(console, messages, complaint);
        console.error(messages.line(messages.say("failed", "what", failure.toString(), "variable", DEBUG + "=1")));
        if ("1".equals(System.getenv(DEBUG))) failure.printStackTrace(console.err());
        return Exit.FAILED;
    }

    private static int complain(Console console, Messages messages, Complaint complaint) {
        console.error(messages.line(messages.say(complaint.key(), complaint.filled())));
        return Exit.BAD_INPUT;
    }

    private static Complaint complaint(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown ->
                new Complaint("option.unknown", "value", unknown.getUnmatched().getFirst());
            case MissingParameterException missing ->
                new Complaint(
                        "option.missing", "value", named(missing.getMissing().getFirst()));
            case ParameterException unfit
            when unfit.getArgSpec() != null && unfit.getValue() != null ->
                new Complaint("option.unfit", "option", named(unfit.getArgSpec()), "value", unfit.getValue());
            default -> new Complaint("option.wrong", "what", String.valueOf(wrong.getMessage()));
        };
    }

    private static String named(ArgSpec missing) {
        return missing instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : missing.paramLabel();
    }

    // Needed before the options are read, for whatever may be wrong with them.
    private static Language language(String[] args) {
        for (int i = 0; i < args.length; i++) {
            boolean apart = args[i].equals("--lang") && i + 1 < args.length;
            String code = apart ? args[i + 1] : args[i].startsWith("--lang=") ? args[i].substring(7) : "";
            if (Language.of(code).isPresent()) return Language.of(code).get();
        }
        return Language.EN;
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
