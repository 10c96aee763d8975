package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.measure.TrafficMeter;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.wire.Ipv4Address;
import org.junit.jupiter.api.Test;

/** A gateway that maps an address outside to one inside. */
class AddressTranslationTest {

  private static final Ipv4Address PUBLIC = Ipv4Address.parse("198.51.100.117");
  private static final Ipv4Address INNER = Ipv4Address.parse("192.0.2.50");

  private final World world = World.of();
  private final Machine gateway = world.router("gateway");

  AddressTranslationTest() {
    world.node("m1", "192.0.2.11", 100);
    world.segment("internet");
    world.connect(gateway, "lan", "192.0.2.1");
    world.connect(gateway, "internet", "198.51.100.1");
  }

  @Test
  void shouldCarryPingsToTheInnerAddressAndAnswersFromThePublicOne() {
    gateway.translate(PUBLIC, INNER);
    Machine client = world.host("client", "internet", "198.51.100.200");
    world.ping(client, PUBLIC.toString(), SECOND, 5 * SECOND);
    TrafficMeter meter = new TrafficMeter(world.lab);
    world.runUntil(8 * SECOND + SECOND / 2);

    TrafficReport report = meter.report().getFirst();
    assertThat(report.received()).isEqualTo(4);
    assertThat(report.hopLimits()).isEqualTo(new TrafficReport.HopLimits(63, 63));
    assertThat(world.tape.pings("m1"))
        .allSatisfy(sent -> {
          assertThat(sent.ip().source()).isEqualTo(INNER);
          assertThat(sent.ip().destination().toString()).isEqualTo("198.51.100.200");
        });
    assertThat(world.tape.pings("gateway"))
        .filteredOn(sent -> sent.port().equals("gateway:internet"))
        .extracting(sent -> sent.ip().source())
        .containsOnly(PUBLIC);
  }

  @Test
  void shouldCarryDatagrams() {
    gateway.translate(PUBLIC, INNER);
    Machine client = world.host("client", "internet", "198.51.100.200");
    world.udp(client, PUBLIC.toString(), 2 * SECOND, 100, 5);
    world.runUntil(9 * SECOND);

    // nobody has the inner address during the first 3.6 s
    assertThat(world.tape.arrivals()).extracting(Tape.Arrival::sequence).contains(2, 3, 4);
  }

  @Test
  void shouldRefuseAPublicAddressThatNobodyWouldAskTheGatewayFor() {
    Ipv4Address elsewhere = Ipv4Address.parse("203.0.113.1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> gateway.translate(elsewhere, INNER))
        .withMessage("gateway has no network with 203.0.113.1");
  }
}
