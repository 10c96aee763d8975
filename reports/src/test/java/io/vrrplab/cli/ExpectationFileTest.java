package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of known deviations, as {@code vrrplab conformance --expect} takes them. */
class ExpectationFileTest {

  private static final String COMMAND =
      "conformance --dut keepalived-profile --rfc 5798 --case mac-source";

  @TempDir private Path folder;

  private Shell.Answer judge(String entry) {
    Shell shell = new Shell(folder);
    String file = shell.file("known.yaml", "expect:\n  - " + entry);
    Shell.Answer answer = shell.type((COMMAND + " --expect " + file).split(" "));
    return new Shell.Answer(
        answer.exitCode(),
        answer.out().replace(file, "known.yaml"),
        answer.err().replace(file, "known.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ cases: mac-source, reason: r, source: s } | 0 | known  mac-source  r",
        "{ cases: mac-source, reason: r, source: s, expires: 2200-01-01 } | 0 | known  mac-source",
        "{ cases: mac-source, reason: r, source: s, expires: 2020-01-01 } | 1 | expired on 2020-01",
        "{ cases: mac-source, reason: r, source: s, message: elephants } | 1 | known otherwise",
        "{ cases: mac-source, reason: r, source: s, message: 02:00:c0 } | 0 | known  mac-source",
        "{ cases: mac-source, reason: r, source: s, rfc: 3768 } | 1 | fail  mac-source",
        "{ cases: mac-source, reason: r, source: s, versions: '>= 2.2, < 3' } | 0 | known  mac",
        "{ cases: mac-source, reason: r, source: s, versions: '< 2.2' } | 1 | fail  mac-source",
        "{ cases: baseline, reason: r, source: s } | 1 | passed, and known.yaml:2:5 says it does"
            + " not"
      })
  void shouldDecideWhatIsRed(String entry, int exitCode, String says) {
    Shell.Answer answer = judge(entry);

    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(exitCode);
    assertThat(answer.out()).contains(says);
  }

  @Test
  void shouldTellAllMistakesAtOnceWithTheirPlaces() {
    Shell.Answer answer =
        judge(
            """
            { cases: [mac-sorce], reson: r, source: s }
              - { cases: mac-source, reason: '', source: s, expires: soon, versions: new }
              - { cases: mac-source, reason: r, source: s, rfc: 2338 }
            """);

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(
            """
            known.yaml:2:27: error: unknown key "reson"; did you mean reason?; allowed are cases, \
            rfc, versions, reason, source, expires, message
            known.yaml:2:15: error: no case mac-sorce; did you mean mac-source?
            known.yaml:2:5: error: the key "reason" is missing
            known.yaml:3:74: error: "new" is no bound; bounds are such as >= 2.2, < 2.3.3
            known.yaml:3:58: error: "soon" is no day; days are written 2027-01-31
            known.yaml:3:34: error: "reason" is empty
            known.yaml:4:53: error: rfc is one of 3768, 5798, 9568, not 2338
            """);
  }

  @Test
  void shouldSayWhereAFileIsNoYaml() {
    assertThat(judge("{ cases: [").err()).startsWith("known.yaml:").contains("not valid YAML");
  }
}
