package io.vrrplab.cli;

import io.vrrplab.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments of one command into its fields; picocli knows the rules. */
final class Arguments {

  private Arguments() {}

  /**
   * Fills the command's fields.
   *
   * @return whether the command is to run; false where its help was asked for and printed
   * @throws Refusal in one line, with the nearest option where one was misspelt
   */
  static boolean read(Object command, List<String> arguments, Console console) throws Refusal {
    CommandLine parser = new CommandLine(command);
    parser.getCommandSpec().addOption(helpOption());
    // A file's name may begin with @.
    parser.setExpandAtFiles(false);
    try {
      parser.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unmatched(parser.getCommandSpec(), e);
    } catch (ParameterException e) {
      String message = Objects.requireNonNull(e.getMessage()).lines().findFirst().orElse("");
      throw Refusal.cannotRun(
          message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    }
    if (parser.isUsageHelpRequested()) {
      console.out().print(parser.getUsageMessage(Ansi.OFF));
      return false;
    }
    return true;
  }

  private static OptionSpec helpOption() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this.").build();
  }

  private static Refusal unmatched(CommandSpec spec, UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    if (!word.startsWith("-")) {
      return Refusal.cannotRun("%s takes no argument %s".formatted(spec.qualifiedName(), word));
    }
    int assignment = word.indexOf('=');
    String option = assignment < 0 ? word : word.substring(0, assignment);
    List<String> known = new ArrayList<>();
    spec.options().stream()
        .filter(it -> !it.hidden())
        .forEach(it -> known.addAll(List.of(it.names())));
    return Refusal.cannotRun("unknown option " + option + Nearest.hint(option, known));
  }
}
