package io.vrrplab.capture;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vrrplab.World;
import io.vrrplab.capture.CaptureFile.Interface;
import io.vrrplab.capture.CaptureFile.Packet;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.LossCause;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Snooping;
import io.vrrplab.wire.Frame;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures, written and read back. */
class CaptureRecorderTest {

  private static final int ETHERNET = 1;
  private static final int NANOSECONDS = 9;

  private final World world = World.of();

  private void cluster() {
    world.node("m1", "192.0.2.11", 200);
    world.node("m2", "192.0.2.12", 100);
    world.ping(world.host("client", "192.0.2.100"), "192.0.2.50", SECOND, 5 * SECOND);
  }

  @Test
  void shouldDescribeEachPortAsAnInterface() throws IOException {
    cluster();
    world.segment("wan");
    world.connect(world.lab.machine("m1"), "wan", "198.51.100.11");
    CaptureRecorder recorder = new CaptureRecorder(world.lab);

    assertThat(CaptureFile.of(recorder).packets()).isEmpty();
    assertThat(CaptureFile.of(recorder).interfaces())
        .containsExactly(
            new Interface(ETHERNET, "m1:lan", NANOSECONDS),
            new Interface(ETHERNET, "m1:wan", NANOSECONDS),
            new Interface(ETHERNET, "m2:lan", NANOSECONDS),
            new Interface(ETHERNET, "client:lan", NANOSECONDS));
  }

  @Test
  void shouldKeepEachFrameOnceWhereItEnteredTheWire() throws IOException {
    cluster();
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world.runUntil(8 * SECOND);
    CaptureFile file = CaptureFile.of(recorder);

    assertThat(file.packets()).hasSize(recorder.size()).hasSize(world.tape.sent(_ -> true).size());
    for (int i = 0; i < recorder.size(); i++) {
      Packet packet = file.packets().get(i);
      var sent = world.tape.sent(_ -> true).get(i);
      assertThat(packet.atNanos()).isEqualTo(sent.atNanos());
      assertThat(file.interfaces().get(packet.interfaceNumber()).name()).isEqualTo(sent.port());
      assertThat(packet.frame()).isEqualTo(Frame.of(sent.frame()));
      assertThat(packet.comments()).isEmpty();
    }
  }

  @Test
  void shouldKeepWhatASwitchAsksUnderTheNameOfItsSegment() throws IOException {
    Snooping asking = new Snooping(true, false, false, Snooping.DEFAULT_TIMEOUT_NANOS);
    world.lab.addSegment(
        new SegmentConfig("quiet", LinkProperties.DEFAULT, 300 * SECOND, 0, asking));
    world.connect(world.router("gw"), "quiet", "198.51.100.1");
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world.runUntil(SECOND);

    CaptureFile file = CaptureFile.of(recorder);
    assertThat(file.interfaces()).extracting(Interface::name).containsExactly("gw:quiet", "quiet");
    assertThat(file.packets()).extracting(Packet::interfaceNumber).containsExactly(1);
  }

  @Test
  void shouldStampTimesThatDoNotFitInto32Bits() throws IOException {
    world.ping(world.host("a", "192.0.2.1"), "192.0.2.2", SECOND, 5_000_000_000_123L);
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world.runUntil(5_000 * SECOND + SECOND);

    assertThat(CaptureFile.of(recorder).packets().getFirst().atNanos())
        .isEqualTo(5_000_000_000_123L);
  }

  @Test
  void shouldSayWhoDidNotGetAFrameAndWhy() throws IOException {
    cluster();
    world.node("m3", "192.0.2.13", 50);
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world
        .at(10 * SECOND, new Fault.Partition(List.of(List.of("m2"), List.of("m3")), null))
        .at(10 * SECOND, new Fault.DropAdverts(null, "client", 1, null))
        .runUntil(10 * SECOND + SECOND / 2);
    List<Packet> commented =
        CaptureFile.of(recorder).packets().stream().filter(p -> !p.comments().isEmpty()).toList();

    // the ping of 10 s was flooded, for the parts of a network that splits have learnt nothing yet
    assertThat(commented).hasSize(2);
    assertThat(commented.getFirst().comments())
        .containsExactly("lost on the way to m2, m3: partition");
    assertThat(commented.getLast().comments())
        .containsExactly(
            "lost on the way to client: advert dropped", "lost on the way to m2, m3: partition");
  }

  @Test
  void shouldNameTwentyOfManyWhoDidNotGetAFrame() throws IOException {
    for (int i = 1; i <= 25; i++) {
      world.host("h" + i, "192.0.2." + i);
    }
    world.ping(world.lab.machine("h1"), "192.0.2.99", SECOND);
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world.lan().partition(List.of(List.of("h1")));
    world.runUntil(SECOND / 2);

    assertThat(CaptureFile.of(recorder).packets().getFirst().comments().getFirst())
        .startsWith("lost on the way to h2, h3, ")
        .endsWith(", h21 and 4 more: partition");
  }

  @Test
  void shouldBeginInTheMiddleOfARun() throws IOException {
    World slow = World.of(1, new LinkProperties(SECOND / 10, 0, 0, 0));
    Machine a = slow.host("a", "192.0.2.1");
    slow.host("b", "192.0.2.2");
    slow.udp(a, "192.0.2.2", SECOND, 8, 10);
    slow.runUntil(2 * SECOND + 1);
    CaptureRecorder recorder = new CaptureRecorder(slow.lab);
    // the frame of 2 s is on its way and is lost; then one of 3 s is
    slow.card("b").port().cable().downlink().addFilter(_ -> true, LossCause.RANDOM);
    slow.runUntil(3 * SECOND + SECOND / 2);
    List<Packet> packets = CaptureFile.of(recorder).packets();

    assertThat(packets).hasSize(1);
    assertThat(packets.getFirst().atNanos()).isEqualTo(3 * SECOND);
    assertThat(packets.getFirst().comments())
        .containsExactly("lost on the way to b: random loss of the link");
  }

  @Test
  void shouldRefuseAPortThatCameLater() {
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world.ping(world.host("late", "192.0.2.1"), "192.0.2.2", SECOND);
    world.runUntil(HOP);

    assertThatThrownBy(() -> recorder.writeTo(OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("late:lan");
  }

  @Test
  void shouldBeReadByTshark(@TempDir Path folder) throws IOException, InterruptedException {
    boolean present =
        Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "tshark")));
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("tshark is not on the PATH");
    }
    assumeTrue(present, "tshark is not on the PATH");
    cluster();
    CaptureRecorder recorder = new CaptureRecorder(world.lab);
    world.at(8 * SECOND, new Fault.DropAdverts("m1", "m2", 1, null)).runUntil(12 * SECOND);
    Path file = folder.resolve("capture.pcapng");
    try (OutputStream out = Files.newOutputStream(file)) {
      recorder.writeTo(out);
    }

    String command =
        "tshark -r %s -T fields -e frame.interface_name -e frame.comment".formatted(file);
    Process tshark = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
    List<String> lines = tshark.inputReader().lines().toList();

    assertThat(tshark.waitFor()).isZero();
    assertThat(lines)
        .filteredOn(line -> line.contains(":lan"))
        .hasSize(recorder.size())
        .filteredOn(line -> line.contains("lost on the way to m2: advert dropped"))
        .hasSize(1);
  }
}
