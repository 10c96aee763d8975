package io.vrrplab.cli;

import io.vrrplab.report.Printable;
import io.vrrplab.text.Nearest;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program: picks the command, turns what went wrong into one line, and ends with its code. */
public final class Main {

  private static final List<String> COMMANDS =
      List.of("run", "campaign", "conformance", "check", "init", "list", "help");
  private static final List<String> PLANNED = List.of("report");

  private static final String USAGE =
      """
      VRRPLab, a flight simulator for VRRP

      Usage: vrrplab COMMAND …

        run FILE|NAME|FOLDER…    runs scenarios and prints what happened
        campaign FILE --runs N   runs one scenario many times, prints distributions
        conformance              runs the conformance suite against a device under test
        check FILE|NAME|FOLDER…  reads scenarios or keepalived.conf files, prints errors and advice
        init --keepalived FILE…  writes a scenario file from keepalived.conf files
        list                     the bundled scenarios
        help [COMMAND]           this, or the options of a command

        --version                the version

      Begin with: vrrplab list
      """;

  private final Console console;
  private final Engine engine;
  private final Interrupt interrupt;

  private Main(Console console, Engine engine, Interrupt interrupt) {
    this.console = console;
    this.engine = engine;
    this.interrupt = interrupt;
  }

  /** Runs the command line and ends the process. */
  public static void main(String[] arguments) {
    start(arguments, Engine.simulator());
  }

  /** Runs the command line on an engine and ends the process. */
  public static void start(String[] arguments, Engine engine) {
    Console console =
        new Console(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Main::isTerminal,
            System.getenv());
    Thread.setDefaultUncaughtExceptionHandler((_, error) -> dieOfBug(console, error));
    Interrupt interrupt = new Interrupt();
    Thread hook = new Thread(interrupt::raise, "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    int exitCode = run(arguments, console, engine, interrupt);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // A signal is ending the process already, with its own code: 130 for SIGINT.
      return;
    }
    System.exit(exitCode);
  }

  /**
   * Runs one command line. Leaves the process alone, so that it can be called again.
   *
   * @param arguments as typed after the program's name
   * @param console where output goes
   * @param engine the simulator
   * @param interrupt raised from elsewhere when the user wants to stop
   * @return the exit code
   */
  public static int run(String[] arguments, Console console, Engine engine, Interrupt interrupt) {
    return new Main(console, engine, interrupt).run(List.of(arguments));
  }

  private int run(List<String> arguments) {
    int exitCode;
    try {
      exitCode = dispatch(arguments);
    } catch (Refusal refusal) {
      if (interrupt.isRaised()) {
        // The rescue took the file away under the run; that is no news to the user.
        return ExitCode.INTERRUPTED;
      }
      refusal.lines().forEach(line -> console.err().println(Printable.of(line)));
      exitCode = refusal.exitCode();
    }
    console.err().flush();
    if (console.out().checkError()) {
      console.err().println("vrrplab: cannot write to standard output");
      return ExitCode.ENVIRONMENT;
    }
    return exitCode;
  }

  private int dispatch(List<String> arguments) throws Refusal {
    if (arguments.isEmpty()) {
      console.err().print(USAGE);
      return ExitCode.CANNOT_RUN;
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "run" -> run(new RunCommand(), rest);
      case "campaign" -> campaign(new CampaignCommand(), rest);
      case "conformance" -> Conformance.dispatch(rest, console, interrupt);
      case "check" -> check(new CheckCommand(), rest);
      case "init" -> init(new InitCommand(), rest);
      case "list" -> list(new ListCommand(), rest);
      case "help" -> help(rest);
      case "-h", "--help" -> help(List.of());
      case "-V", "--version" -> version();
      default -> throw unknown(arguments.getFirst());
    };
  }

  private int run(RunCommand command, List<String> arguments) throws Refusal {
    return Arguments.read(command, arguments, console)
        ? command.run(console, engine, interrupt)
        : ExitCode.HELD;
  }

  private int campaign(CampaignCommand command, List<String> arguments) throws Refusal {
    return Arguments.read(command, arguments, console)
        ? command.run(console, engine, interrupt)
        : ExitCode.HELD;
  }

  private int check(CheckCommand command, List<String> arguments) throws Refusal {
    return Arguments.read(command, arguments, console)
        ? command.run(console, engine)
        : ExitCode.HELD;
  }

  private int init(InitCommand command, List<String> arguments) throws Refusal {
    return Arguments.read(command, arguments, console)
        ? command.run(console, engine)
        : ExitCode.HELD;
  }

  private int list(ListCommand command, List<String> arguments) throws Refusal {
    // Most often there is nothing to read, and picocli is half of what would be loaded for it.
    return arguments.isEmpty() || Arguments.read(command, arguments, console)
        ? command.run(console, engine)
        : ExitCode.HELD;
  }

  private int help(List<String> arguments) throws Refusal {
    if (arguments.isEmpty() || arguments.equals(List.of("help"))) {
      console.out().print(USAGE);
      return ExitCode.HELD;
    }
    List<String> asked = new ArrayList<>(arguments);
    asked.add("--help");
    return dispatch(asked);
  }

  private int version() {
    String version = Main.class.getPackage().getImplementationVersion();
    console.out().println("vrrplab " + (version == null ? "(not packaged)" : version));
    return ExitCode.HELD;
  }

  /** UTF-8 whatever the locale: the report has arrows and marks in it. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }

  private static boolean isTerminal() {
    // Null where a stream is redirected, or present and saying so itself: providers differ.
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /** A fault of the program, not of its input; exit code 1 would mean a failed expectation. */
  private static void dieOfBug(Console console, Throwable error) {
    console.out().flush();
    console.err().println("vrrplab: internal error, please report it with what follows");
    error.printStackTrace(console.err());
    console.err().flush();
    Runtime.getRuntime().halt(ExitCode.ENVIRONMENT);
  }

  private static Refusal unknown(String word) {
    if (PLANNED.contains(word)) {
      return Refusal.notSupportedYet(word);
    }
    if (word.startsWith("-")) {
      return Refusal.cannotRun(
          "unknown option %s; a command comes first: %s".formatted(word, known()));
    }
    String hint = Nearest.hint(word, COMMANDS);
    return Refusal.cannotRun(
        "unknown command " + word + (hint.isEmpty() ? "; there are: " + known() : hint));
  }

  private static String known() {
    return String.join(", ", COMMANDS);
  }
}
