package io.vrrplab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Field;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SimulatedDevice;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.Ipv4Packet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CaseResultTest {

  private static Frame edited(Frame frame, UnaryOperator<Ipv4Packet> edit) {
    return frame.decoded() instanceof Decoded.Packet(EthernetFrame whole)
            && whole.payload() instanceof Ipv4Packet packet
        ? Frame.of(new EthernetFrame(whole.destination(), whole.source(), edit.apply(packet)))
        : frame;
  }

  private static CaseResult run(String id, Defect defect) {
    return Suite.canonical().named(id).run(SimulatedDevice.of(Rfc.RFC9568, defect));
  }

  @Test
  void shouldShowThePlaceOfAFieldThatIsWrong() {
    CaseResult result =
        run("ip-ttl", Defect.ofOutbound(f -> List.of(edited(f, packet -> packet.withTtl(64)))));

    assertThat(result.text())
        .startsWith("fail  ip-ttl [VRRP-TX-TTL-255, VRRP-SEC-GTSM] adverts leave with TTL 255\n")
        .contains(
            "asks     VRRP-TX-TTL-255 (MUST, RFC3768 5.2.3, RFC5798 5.1.1.3, RFC9568 5.1.1.3): "
                + "IPv4 adverts leave with TTL 255\n")
        .contains("seen     IPv4 TTL 64 in the frame at 3.609375 s\n")
        .contains("differs  IPv4 TTL (octets 22): expected 255, seen 64\n")
        .contains("octets     16  00 20 00 00 00 00[40]70 ")
        .contains("3.609375 s       <-  advert of version 3, VRID 51, priority 100");
  }

  @Test
  void shouldShowTheWindowThatWasMissed() {
    CaseResult result =
        run(
            "rx-ttl-254/backup",
            Defect.ofInbound(f -> List.of(edited(f, packet -> packet.withTtl(255)))));

    assertThat(result.text())
        .contains("allowed  an advert as if nothing had come at 9.71875 s\n")
        .contains("seen     it 0.5 s too late, at 10.21875 s, advert of version 3")
        .contains(
            "6.609375 s       ->  an advert with TTL 254: advert of version 3, VRID 51, priority"
                + " 200")
        .contains("6.609375 s    await  an advert as if nothing had come at 9.71875 s\n");
  }

  @Test
  void shouldNameTheFrameAfterWhichADeviceWasDead() {
    boolean[] dead = {false};
    Defect dies =
        Defect.ofInbound(frame -> {
          dead[0] |= Anatomy.of(frame).value(Field.IPV4_TTL) == 254;
          return dead[0] ? List.of() : List.of(frame);
        });

    CaseResult result = run("rx-ttl-254/master", dies);

    assertThat(result.text())
        .contains(
            "allowed  no advert of the device, which an advert with TTL 254 should have left");
  }
}
