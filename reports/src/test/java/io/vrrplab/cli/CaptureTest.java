package io.vrrplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.cli.Tshark.ChecksumDialect;
import io.vrrplab.cli.Tshark.Dissected;
import io.vrrplab.scenario.ScenarioLibrary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Captures of the bundled scenarios, dissected by tshark and held against the result file. */
class CaptureTest {

  private static final String GOOD = "1";
  private static final String ERROR = String.valueOf(0x0080_0000);

  /** The protocols whose checksum is verified, each by a field that every such packet has. */
  private static final Map<String, String> CHECKSUMS =
      Map.of(
          "ip.hdr_len", "ip.checksum.status",
          "icmp.type", "icmp.checksum.status",
          "icmpv6.type", "icmpv6.checksum.status",
          "igmp.type", "igmp.checksum.status",
          "udp.srcport", "udp.checksum.status");

  @TempDir private Path folder;

  @BeforeAll
  static void requireTshark() {
    Tshark.require();
  }

  static List<String> names() {
    return ScenarioLibrary.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldHoldNothingMalformedAndNoBadChecksum(String name) throws IOException {
    run(name);

    assertThat(frames(ChecksumDialect.MESSAGE_ONLY))
        .isNotEmpty()
        .noneMatch(frame -> frame.has("_ws.malformed"))
        .noneMatch(frame -> values(frame, "_ws.expert.severity").contains(ERROR))
        .allSatisfy(frame ->
            CHECKSUMS.forEach((field, checksum) -> {
              if (frame.has(field)) {
                assertThat(values(frame, checksum)).as(checksum).containsOnly(GOOD);
              }
            }));
  }

  /**
   * Over IPv4, version 3 has two checksums: RFC 9568 5.2.8 sums the message, RFC 5798 5.2.8 and
   * keepalived put a pseudo-header before it. A sender has to be right by one of them throughout.
   */
  @ParameterizedTest
  @MethodSource("names")
  void shouldHoldAdvertsWhoseChecksumIsGoodInOneDialectOfTheirSender(String name)
      throws IOException {
    run(name);
    List<Dissected> message = frames(ChecksumDialect.MESSAGE_ONLY);
    List<Dissected> pseudoHeader = frames(ChecksumDialect.PSEUDO_HEADER);

    List<String> senders = message.stream().filter(CaptureTest::isAdvert).map(this::flow).toList();
    assertThat(senders.stream().distinct())
        .isNotEmpty()
        .allMatch(sender -> areGood(message, sender) || areGood(pseudoHeader, sender));
    assertThat(message)
        .filteredOn(frame -> isAdvert(frame) && frame.get("vrrp.version").equals("2"))
        .allMatch(frame -> frame.get("vrrp.checksum.status").equals(GOOD));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldHoldAsManyAdvertsAsTheResultFileCounts(String name) throws IOException {
    JsonNode result = run(name);

    assertThat(frames(ChecksumDialect.MESSAGE_ONLY).stream().filter(CaptureTest::isAdvert))
        .hasSize(result.path("adverts").path("sent").asInt());
  }

  private static final List<String> UNICAST =
      List.of(
          "floating-ip-pair",
          "floating-ip-pair-equal",
          "docker-swarm-pair",
          "docker-swarm-pair-worker-lost");

  /** The longest that a Master asks for the MACs of its peers, to which it sends one by one. */
  private static final BigDecimal ASKING_SECONDS = new BigDecimal("0.001");

  /** A new Master advertises at once, so the capture has a frame of its card at that nanosecond. */
  @ParameterizedTest
  @MethodSource("names")
  void shouldStampFramesInOrderAndToTheNanosecond(String name) throws IOException {
    JsonNode result = run(name);
    List<Dissected> frames = frames(ChecksumDialect.MESSAGE_ONLY);

    assertThat(frames.stream().map(CaptureTest::seconds).toList()).isSorted();
    for (JsonNode router : result.path("virtualRouters")) {
      for (JsonNode term : router.path("masters")) {
        String card = term.path("node").asString() + ":" + router.path("segment").asString();
        BigDecimal from = term.path("fromSeconds").decimalValue();
        assertThat(frames)
            .as("advert of %s at %s", card, from)
            .anyMatch(frame ->
                isAdvert(frame)
                    && frame.get("frame.interface_name").equals(card)
                    && seconds(frame).compareTo(from) >= 0
                    && seconds(frame).compareTo(latest(name, from)) <= 0);
      }
    }
  }

  private static BigDecimal latest(String name, BigDecimal from) {
    return UNICAST.contains(name) ? from.add(ASKING_SECONDS) : from;
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldNameThePortThatAFrameEntersByAndWhoDidNotGetIt(String name) throws IOException {
    run(name);

    assertThat(frames(ChecksumDialect.MESSAGE_ONLY))
        .allMatch(frame -> frame.get("frame.interface_name").matches("[\\w.-]+:[\\w.-]+"))
        .filteredOn(frame -> frame.has("frame.comment"))
        .allMatch(frame ->
            values(frame, "frame.comment")
                .getFirst()
                .matches("lost on the way to (the switch|[\\w.-]+).*"));
  }

  @Test
  void shouldSayOfEachDroppedAdvertWhoDidNotGetIt() throws IOException {
    run("dropped-adverts");

    assertThat(frames(ChecksumDialect.MESSAGE_ONLY))
        .filteredOn(frame -> frame.has("frame.comment"))
        .hasSize(1 + 2 + 3)
        .allMatch(CaptureTest::isAdvert)
        .extracting(frame -> frame.get("frame.interface_name") + " " + frame.get("frame.comment"))
        .containsOnly("m1:lan lost on the way to m2: advert dropped");
  }

  @Test
  void shouldSayOfEachAdvertOfAPartWhoIsInTheOther() throws IOException {
    run("partition-and-heal");

    assertThat(frames(ChecksumDialect.MESSAGE_ONLY))
        .filteredOn(frame -> isAdvert(frame) && frame.has("frame.comment"))
        .extracting(frame -> frame.get("frame.interface_name") + " " + frame.get("frame.comment"))
        .contains("m1:lan lost on the way to m2,m3,right: partition".replace(",", ", "))
        .contains("m2:lan lost on the way to m1, left: partition")
        .hasSize(10 + 8);
  }

  /** Before and after the failover, a flow for each node: one served there, one handed on. */
  @Test
  void shouldShowRequestsHandedOnByTheMasterAndAnsweredFromTheVirtualAddress() throws IOException {
    run("docker-swarm-pair");

    assertThat(frames(ChecksumDialect.MESSAGE_ONLY))
        .filteredOn(frame -> frame.has("udp.srcport") && !frame.get("udp.srcport").equals("7946"))
        .extracting(CaptureTest::datagram)
        .containsOnly(
            "192.168.4.100:32769 > 192.168.4.3:8080 ttl 64",
            "192.168.4.100:32770 > 192.168.4.3:8080 ttl 64",
            "192.168.4.1:32770 > 192.168.4.2:80 ttl 62",
            "192.168.4.2:80 > 192.168.4.1:32770 ttl 64",
            "192.168.4.2:32769 > 192.168.4.1:80 ttl 62",
            "192.168.4.1:80 > 192.168.4.2:32769 ttl 64",
            "192.168.4.3:8080 > 192.168.4.100:32769 ttl 62",
            "192.168.4.3:8080 > 192.168.4.100:32770 ttl 62");
  }

  private static String datagram(Dissected frame) {
    return "%s:%s > %s:%s ttl %s"
        .formatted(
            frame.get("ip.src"),
            frame.get("udp.srcport"),
            frame.get("ip.dst"),
            frame.get("udp.dstport"),
            frame.get("ip.ttl"));
  }

  private JsonNode run(String name) {
    Shell.Answer answer = Shell.typeForReal("run", name, "--out", folder.toString(), "--quiet");
    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
    return new ObjectMapper().readTree(folder.resolve("result.json"));
  }

  private List<Dissected> frames(ChecksumDialect dialect) throws IOException {
    return Tshark.dissect(folder.resolve("capture.pcapng"), dialect);
  }

  private static boolean isAdvert(Dissected frame) {
    return frame.get("vrrp.type").equals("1");
  }

  /** Who sent an advert, and of which family it is. */
  private String flow(Dissected advert) {
    return advert.get("frame.interface_name") + (advert.has("ip.hdr_len") ? " IPv4" : " IPv6");
  }

  private boolean areGood(List<Dissected> frames, String sender) {
    return frames.stream()
        .filter(frame -> isAdvert(frame) && flow(frame).equals(sender))
        .allMatch(frame -> frame.get("vrrp.checksum.status").equals(GOOD));
  }

  private static BigDecimal seconds(Dissected frame) {
    return new BigDecimal(frame.get("frame.time_epoch"));
  }

  private static List<String> values(Dissected frame, String field) {
    return List.of(frame.get(field).split(","));
  }
}
