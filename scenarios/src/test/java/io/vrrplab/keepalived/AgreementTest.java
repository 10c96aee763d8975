package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

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

/** We and {@code keepalived -t} take and refuse the same files. */
class AgreementTest {

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("src/test/resources/io/vrrplab/keepalived/corpus"),
          Path.of("library"),
          Path.of("/etc/keepalived"),
          Path.of("/usr/share/doc/keepalived/samples"));

  /** What the issue asks for. */
  private static final int LEAST_FILES = 60;

  @TempDir private Path folder;

  @BeforeAll
  static void needKeepalived() {
    RealKeepalived.require();
  }

  static List<Path> files() throws IOException {
    Stream<Path> all = Stream.empty();
    for (Path root : FOLDERS) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> entries = Files.walk(root)) {
          List<Path> files = entries.filter(AgreementTest::isConfiguration).sorted().toList();
          all = Stream.concat(all, files.stream());
        }
      }
    }
    return all.toList();
  }

  private static boolean isConfiguration(Path file) {
    return Files.isRegularFile(file)
        && String.valueOf(file.getFileName()).matches(".*\\.conf(\\..*)?");
  }

  @Test
  void shouldHaveEnoughFilesToCompare() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(LEAST_FILES);
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldAcceptOrRefuseAsKeepalivedDoes(Path file) throws IOException {
    RealKeepalived.Verdict real = RealKeepalived.test(file, folder);

    KeepalivedReader.Read ours =
        KeepalivedReader.read(file, ReadOptions.PLAIN.withConfigId(RealKeepalived.CONFIG_ID));

    assertThat(ours.accepted())
        .as("%s%nkeepalived -t: %s%nours: %s", file, real.complaints(), ours.findings())
        .isEqualTo(real.accepted());
  }
}
