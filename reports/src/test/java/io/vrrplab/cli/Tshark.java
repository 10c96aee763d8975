package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Wireshark's dissectors, as a judge of captures who has not read our code. */
final class Tshark {

  private static final List<String> FIELDS =
      List.of(
          "frame.number",
          "frame.time_epoch",
          "frame.interface_name",
          "frame.comment",
          "ip.hdr_len",
          "ipv6.version",
          "vrrp.version",
          "vrrp.type",
          "_ws.malformed",
          "_ws.expert.severity",
          "ip.checksum.status",
          "icmp.checksum.status",
          "icmpv6.checksum.status",
          "igmp.checksum.status",
          "udp.checksum.status",
          "vrrp.checksum.status",
          "icmp.type",
          "icmpv6.type",
          "igmp.type",
          "udp.srcport",
          "udp.dstport",
          "ip.src",
          "ip.dst",
          "ip.ttl");

  private Tshark() {}

  /** What the checksum of VRRPv3 over IPv4 is held against; RFC 5798 and 9568 disagree. */
  enum ChecksumDialect {
    PSEUDO_HEADER,
    MESSAGE_ONLY
  }

  /** A frame as dissected: each field with its values, joined by commas; empty where absent. */
  record Dissected(Map<String, String> fields) {

    String get(String field) {
      String value = fields.get(field);
      if (value == null) {
        throw new IllegalArgumentException("not asked for: " + field);
      }
      return value;
    }

    boolean has(String field) {
      return !get(field).isEmpty();
    }
  }

  /** Skips the test where there is no tshark; on the build machine, which has one, it fails. */
  static void require() {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Path.of(folder, "tshark").toFile().canExecute());
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("tshark is on the PATH, as the environment variable CI asks").isTrue();
    }
    assumeTrue(found, "needs tshark on the PATH: apt-get install tshark");
  }

  /** Dissects all frames of a capture, with all checksums verified. */
  static List<Dissected> dissect(Path capture, ChecksumDialect dialect) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields"));
    command.addAll(List.of("-E", "separator=/t", "-E", "occurrence=a", "-E", "aggregator=,"));
    command.addAll(List.of("-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE"));
    boolean messageOnly = dialect == ChecksumDialect.MESSAGE_ONLY;
    command.addAll(List.of("-o", "vrrp.v3_checksum_as_in_v2:" + (messageOnly ? "TRUE" : "FALSE")));
    FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as("exit code of tshark").isZero();
    return output.lines().map(Tshark::dissected).toList();
  }

  private static Dissected dissected(String line) {
    String[] values = line.split("\t", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < FIELDS.size(); i++) {
      fields.put(FIELDS.get(i), values[i]);
    }
    return new Dissected(fields);
  }
}
