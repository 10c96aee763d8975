package io.vrrplab.scenario.daemon;

import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A keepalived.conf that a scenario names.
 *
 * @param config what keepalived would run
 * @param problems what stops the daemon as errors, all else that it complains about as advice
 * @param complaints what the daemon logs of it at each start
 */
public record ConfigFile(KeepalivedConfig config, List<Problem> problems, List<String> complaints) {

  /** The findings for which the daemon ends, rather than go on without what is wrong. */
  private static final List<Rule> FATAL =
      List.of(
          Rule.UNREADABLE,
          Rule.TOO_LARGE,
          Rule.INCLUDE_REQUIRED,
          Rule.VRID_MISSING,
          Rule.VRID_TWICE,
          Rule.INTERFACE_MISSING,
          Rule.ADDRESS_REQUIRED);

  private static final int PASSWORD_OCTETS = 8;

  public ConfigFile {
    problems = List.copyOf(problems);
    complaints = List.copyOf(complaints);
  }

  /**
   * Reads a configuration.
   *
   * @param label its path, as problems name it; what it includes is looked for beside it
   * @param content its text
   */
  public static ConfigFile read(String label, byte[] content, ReadOptions options) {
    boolean cut = content.length > Companions.MAX_BYTES;
    String text = cut ? "" : new String(content, StandardCharsets.UTF_8);
    KeepalivedReader.Read read = KeepalivedReader.read(label, text, options);
    List<Problem> problems = new ArrayList<>();
    if (cut) {
      problems.add(ofFile(label, "the file is larger than 1 MiB; a run takes none, check does"));
    }
    List<String> complaints = new ArrayList<>();
    for (Finding finding : read.findings()) {
      if (finding.severity() != Severity.NOTE) {
        problems.add(problem(finding));
      }
      if (finding.rule() == Rule.AUTH_TRUNCATED) {
        complaints.add(
            "(%s: Line %d) Truncating auth_pass to %d characters"
                .formatted(fileName(finding.at()), finding.at().line(), PASSWORD_OCTETS));
      }
    }
    boolean silent = read.config().instances().isEmpty();
    if (silent && problems.stream().noneMatch(ConfigFile::isError)) {
      problems.add(ofFile(label, "no vrrp_instance is left that keepalived runs"));
    }
    return new ConfigFile(read.config(), problems, complaints);
  }

  private static Problem ofFile(String label, String message) {
    return new Problem(label, 0, 0, Problem.Severity.ERROR, message);
  }

  private static Problem problem(Finding finding) {
    Position at = finding.at();
    boolean fatal = FATAL.contains(finding.rule());
    return new Problem(
        at.file(),
        at.line(),
        at.column(),
        fatal ? Problem.Severity.ERROR : Problem.Severity.WARNING,
        "%s [%s]".formatted(finding.message(), finding.rule().id()));
  }

  private static String fileName(Position at) {
    return at.file().substring(at.file().lastIndexOf('/') + 1);
  }

  private static boolean isError(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR;
  }
}
