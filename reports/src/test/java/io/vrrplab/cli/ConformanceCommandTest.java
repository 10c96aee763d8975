package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** {@code vrrplab conformance}, with the real devices behind it. */
class ConformanceCommandTest {

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  private Shell.Answer conformance(String line) {
    return shell.type(("conformance " + line).strip().split(" "));
  }

  @Test
  void shouldCallTheEngineConformantToEachDocument() {
    Shell.Answer answer = shell.type("conformance");

    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(answer.out().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("PASS  rfc"))
        .allMatch(line -> line.contains(": conformant to RFC "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keepalived-profile", "frr-profile"})
  void shouldFindExactlyTheDeviationsThatAreKnownOfTheDaemons(String device) {
    Shell.Answer answer = conformance("--dut " + device);

    assertThat(answer.exitCode()).as(answer.out()).isZero();
    assertThat(answer.out()).contains("PASS  " + device).doesNotContain("FAIL", "inconclusive");
  }

  @Test
  void shouldFailADeviceOfWhichNothingIsKnown() {
    Shell.Answer answer =
        conformance("--dut keepalived-profile --rfc 5798 --case mac-source --expect none");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out())
        .contains("asks     VRRP-TX-SRC-MAC-VIRTUAL (MUST, ")
        .contains("differs  Ethernet source (octets 6-11): expected 00:00:5e:00:01:33, seen 02:")
        .contains(
            "replay   ./vrrplab conformance --dut keepalived-profile --rfc 5798 --seed 1"
                + " --expect none --case mac-source");
  }

  @Test
  void shouldGiveCommandsThatFailTheSameCasesAgain() throws IOException {
    String known =
        """
        expect:
          - cases: [mac-source]
            reason: it sends from the MAC of its interface
            source: its manual
        """;
    String file = shell.file("what's known/of the device.yaml", known);

    Shell.Answer first =
        shell.type(
            "conformance",
            "--dut",
            "keepalived-profile",
            "--rfc",
            "5798",
            "--seed",
            "7",
            "--expect",
            file,
            "--tag",
            "encapsulation",
            "--tag",
            "master-state");

    List<String> failures = failures(first.out());
    assertThat(failures).hasSizeGreaterThan(3);
    for (String failure : failures) {
      String command = failure.substring(failure.indexOf("./vrrplab"));
      assertThat(command).contains(" --rfc 5798 --seed 7 --expect '");
      Shell.Answer again = shell.type(wordsAsAShellReadsThem(command));
      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(failures(again.out())).contains(failure);
    }
  }

  /** Each failure from its heading to its replay. */
  private static List<String> failures(String out) {
    return Stream.of(out.split("\n\n", -1)).filter(it -> it.startsWith("fail  ")).toList();
  }

  /** All words but the program's name. */
  private static String[] wordsAsAShellReadsThem(String command) throws IOException {
    Process sh = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
    String words = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return words.lines().skip(1).toArray(String[]::new);
  }

  @Test
  void shouldCallADeviceConformantButForWhatIsKnownOfIt() {
    assertThat(conformance("--dut keepalived-profile --rfc 5798 --quiet").out())
        .startsWith("PASS  keepalived-profile: conformant to RFC 5798 except for 12 known devi");
    assertThat(conformance("--dut keepalived-profile --rfc 5798 --case mac-* --quiet").out())
        .startsWith(
            "PASS  keepalived-profile: partial: no word on RFC 5798 as a whole, "
                + "1 known deviation (2 cases) seen");
    assertThat(conformance("--dut keepalived-profile --rfc 5798 --quiet --expect none").out())
        .startsWith("FAIL  keepalived-profile: not conformant to RFC 5798");
  }

  @Test
  void shouldTellFailuresErrorsAndSkippedCasesApart() throws Exception {
    String line =
        "--dut keepalived-profile --rfc 3768 --case mac-source --case pkt-* --expect none";

    conformance(line + " --junit " + shell.path("junit.xml"));

    Document xml = parse(Files.readString(folder.resolve("junit.xml")));
    assertThat(xml.getElementsByTagName("failure").getLength()).isPositive();
    assertThat(xml.getElementsByTagName("error").getLength()).isZero();
    assertThat(xml.getElementsByTagName("skipped").getLength()).isPositive();
    assertThat(xml.getElementsByTagName("testsuite").item(0).getAttributes())
        .extracting(it -> it.getNamedItem("name").getNodeValue())
        .isEqualTo("keepalived-profile.RFC 3768");
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldWriteTheSameJsonAgain() {
    Shell.Answer answer = conformance("--rfc 9568 --case ip-* --json -");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .startsWith("{\n  \"format\": \"vrrplab-conformance/1\",\n  \"dut\": {")
        .contains("\"id\": \"ip-ttl\",", "\"verdict\": \"pass\"", "\"verdict\": \"skipped\"")
        .contains("\"complete\": false", "\"claim\": \"partial: no word on RFC 9568 as a whole\"");
    assertThat(conformance("--rfc 9568 --case ip-* --json -")).isEqualTo(answer);
  }

  @Test
  void shouldRunAgainWhatFailed() {
    String result = shell.path("result.json");
    conformance("--dut keepalived-profile --rfc 5798 --expect none --quiet --json " + result);

    Shell.Answer again = conformance("--expect none --dry-run --rerun fail " + result);

    assertThat(again.exitCode()).isZero();
    assertThat(again.out())
        .startsWith("keepalived-profile under RFC 5798\n")
        .contains("  mac-source\n")
        .doesNotContain("  ip-ttl\n");
    assertThat(conformance("--rerun inconclusive " + result).err())
        .startsWith("vrrplab: nothing to run: no chosen case ended in inconclusive");
  }

  @Test
  void shouldSayWhatChangedBetweenTwoRuns() {
    String before = shell.path("old.json");
    String after = shell.path("new.json");
    conformance("--rfc 9568 --case ip-* --json " + before);
    conformance("--rfc 9568 --case ip-ttl --json " + after);

    Shell.Answer diff = conformance("diff " + before + " " + after);

    assertThat(diff.exitCode()).isEqualTo(1);
    assertThat(diff.out()).contains("rfc9568 under RFC 9568: ip-source: pass → skipped\n");
    assertThat(conformance("diff " + after + " " + after))
        .isEqualTo(new Shell.Answer(0, "0 cases changed\n", ""));
  }

  @Test
  void shouldListAndExplain() {
    assertThat(conformance("list --rfc 3768 --case ip-ttl").out())
        .startsWith("ip-ttl  3768 5798 9568  adverts leave with TTL 255\n");
    assertThat(conformance("explain rx-ttl-254/backup").out())
        .contains("passes if  an advert with TTL 254 is discarded in Backup")
        .contains("violated   VRRP-RX-TTL-255 (MUST, ")
        .contains("await  an advert as if nothing had come at");
  }

  @Test
  void shouldWriteBothResultsIntoAFolder() {
    conformance("--rfc 9568 --case ip-ttl --out " + shell.path("out"));

    assertThat(folder.resolve("out/result.json")).isNotEmptyFile();
    assertThat(folder.resolve("out/junit.xml")).isNotEmptyFile();
  }
}
