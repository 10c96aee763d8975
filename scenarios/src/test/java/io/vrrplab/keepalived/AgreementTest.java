package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Severity;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes what keepalived -t takes and refuses what it refuses, file by file. */
class AgreementTest {

  private static final ReadOptions AS_NODE_1 =
      ReadOptions.PLAIN.withConfigId(KeepalivedDaemon.CONFIG_ID);

  @TempDir private Path folder;

  @BeforeAll
  static void requireKeepalived() {
    KeepalivedDaemon.require();
  }

  static Stream<Path> files() {
    return KeepalivedDaemon.files();
  }

  static List<String> statements() {
    return Corpus.statements();
  }

  static List<Corpus.BlockLine> blockLines() {
    return Corpus.blockLines();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldAgreeOnFile(Path file) throws IOException {
    assertAgreement(file);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void shouldAgreeOnStatement(String statement) throws IOException {
    Path file = folder.resolve("statement.conf");
    Files.writeString(
        file,
        """
        vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 7
        %s
        virtual_ipaddress {
        192.0.2.1
        }
        }
        """
            .formatted(statement));

    assertAgreement(file);
  }

  @ParameterizedTest
  @MethodSource("blockLines")
  void shouldAgreeOnKeyword(Corpus.BlockLine line) throws IOException {
    Path file = folder.resolve("keyword.conf");
    Files.writeString(file, line.file());

    assertAgreement(file);
  }

  @Test
  void shouldHaveSixtyFilesAtLeast() {
    assertThat(Corpus.configurations(Corpus.FILES)).hasSizeGreaterThan(60);
    assertThat(Corpus.samples()).hasSizeGreaterThan(20);
  }

  private void assertAgreement(Path file) throws IOException {
    KeepalivedDaemon.Verdict verdict = KeepalivedDaemon.judge(file, folder);

    KeepalivedReader.Read read = KeepalivedReader.read(file, AS_NODE_1);

    List<Finding> errors =
        read.findings().stream().filter(it -> it.severity() == Severity.ERROR).toList();
    assertThat(read.accepted())
        .as("keepalived -t says %s; found %s", verdict.complaints(), errors)
        .isEqualTo(verdict.accepted());
  }
}
