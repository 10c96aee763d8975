package io.vrrplab.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A shell in a folder of its own: writes scenario files, types command lines. */
final class Shell {

  private final Path folder;
  private final FakeEngine engine = new FakeEngine();
  private boolean terminal;
  private boolean outputFull;
  private Map<String, String> environment = Map.of();

  Shell(Path folder) {
    this.folder = folder;
  }

  /** What a command line gave. */
  record Answer(int exitCode, String out, String err) {}

  FakeEngine engine() {
    return engine;
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  /** Makes standard output one that takes nothing, as on a full disk. */
  Shell withFullOutput() {
    outputFull = true;
    return this;
  }

  Shell with(String variable, String value) {
    environment = Map.of(variable, value);
    return this;
  }

  /** Writes a scenario file, see {@link FakeEngine}, and gives its path. */
  String file(String name, String says) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, says);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  Answer type(String... arguments) {
    Typing typing = new Typing(List.of(arguments), engine, engine.interrupt());
    return typing.answer(() -> terminal, environment, outputFull);
  }

  /** Types a command line into the whole program, with the simulator that people get. */
  static Answer typeForReal(String... arguments) {
    Typing typing = new Typing(List.of(arguments), new SimulatorEngine(), new Interrupt());
    return typing.answer(() -> false, Map.of(), false);
  }

  /** A command line, and the program that it is typed into. */
  private record Typing(List<String> arguments, Engine engine, Interrupt interrupt) {

    Answer answer(BooleanSupplier isTerminal, Map<String, String> environment, boolean full) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console =
          new Console(
              new PrintStream(full ? new FullDisk() : out, false, StandardCharsets.UTF_8),
              new PrintStream(err, false, StandardCharsets.UTF_8),
              isTerminal,
              environment);
      int exitCode = Main.run(arguments.toArray(String[]::new), console, engine, interrupt);
      return new Answer(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  private static final class FullDisk extends OutputStream {

    @Override
    public void write(int octet) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
