package io.vrrplab.cli;

import io.vrrplab.conformance.Glob;
import io.vrrplab.conformance.Suite;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.expect.Expectation;
import io.vrrplab.conformance.expect.Expectations;
import io.vrrplab.conformance.expect.VersionRange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of known deviations; tells all that is wrong with it at once. */
final class ExpectationFile {

  private static final List<String> KEYS =
      List.of("cases", "rfc", "versions", "reason", "source", "expires", "message");

  private final String file;
  private final List<String> problems = new ArrayList<>();

  private ExpectationFile(String file) {
    this.file = file;
  }

  /**
   * Reads a text.
   *
   * @param file its name, for messages
   * @throws Refusal with a line for each mistake
   */
  static Expectations read(String file, String text) throws Refusal {
    return new ExpectationFile(file).read(text);
  }

  private Expectations read(String text) throws Refusal {
    List<Expectation> entries = new ArrayList<>();
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      root.ifPresentOrElse(
          node -> file(node, entries), () -> problems.add(file + ": error: the file is empty"));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      problems.add(place(mark) + ": error: not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(file + ": error: not valid YAML: " + e.getMessage());
    }
    if (!problems.isEmpty()) {
      throw Refusal.badFile(problems);
    }
    return new Expectations(file, entries);
  }

  private void file(Node root, List<Expectation> entries) {
    YamlFields fields = fields(root, List.of("about", "expect"));
    fields.text("about");
    Node list = fields.required("expect");
    if (list != null) {
      for (Node item : fields.items(list)) {
        Expectation entry = entry(item);
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
  }

  private YamlFields fields(Node node, List<String> keys) {
    return new YamlFields(node, keys, this::error);
  }

  private @Nullable Expectation entry(Node node) {
    int before = problems.size();
    YamlFields fields = fields(node, KEYS);
    List<Glob> cases = cases(fields);
    List<Rfc> rfcs = rfcs(fields);
    VersionRange versions = versions(fields);
    LocalDate expires = expires(fields);
    String reason = fields.requiredText("reason");
    String source = fields.requiredText("source");
    String message = fields.text("message");
    return problems.size() > before
        ? null
        : new Expectation(
            place(node.getStartMark()),
            cases,
            rfcs,
            versions,
            Objects.requireNonNull(reason),
            Objects.requireNonNull(source),
            expires,
            message);
  }

  private List<Glob> cases(YamlFields fields) {
    Node list = fields.required("cases");
    List<Glob> globs = new ArrayList<>();
    for (Node item : list == null ? List.<Node>of() : fields.items(list)) {
      String word = fields.scalar(item);
      if (word != null) {
        globs.add(new Glob(word));
        if (Suite.canonical().cases().stream().noneMatch(globs.getLast()::matches)) {
          error(item, CaseChoice.unknown("case", word, Glob.words(Suite.canonical())));
        }
      }
    }
    return globs;
  }

  private List<Rfc> rfcs(YamlFields fields) {
    Node list = fields.node("rfc");
    List<Rfc> rfcs = new ArrayList<>();
    for (Node item : list == null ? List.<Node>of() : fields.items(list)) {
      String number = fields.scalar(item);
      if (number != null) {
        try {
          rfcs.add(DeviceChoice.rfc(number));
        } catch (Refusal refusal) {
          error(item, refusal.line().replace("--rfc", "rfc"));
        }
      }
    }
    return rfcs;
  }

  private VersionRange versions(YamlFields fields) {
    String text = fields.text("versions");
    try {
      return text == null ? VersionRange.ALL : VersionRange.parse(text);
    } catch (IllegalArgumentException e) {
      error(Objects.requireNonNull(fields.node("versions")), String.valueOf(e.getMessage()));
      return VersionRange.ALL;
    }
  }

  private @Nullable LocalDate expires(YamlFields fields) {
    String text = fields.text("expires");
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      error(
          Objects.requireNonNull(fields.node("expires")),
          "\"" + text + "\" is no day; days are written 2027-01-31");
      return null;
    }
  }

  private void error(Node at, String message) {
    problems.add(place(at.getStartMark()) + ": error: " + message);
  }

  private String place(Optional<Mark> mark) {
    return mark.map(at -> "%s:%d:%d".formatted(file, at.getLine() + 1, at.getColumn() + 1))
        .orElse(file);
  }
}
