package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A switch that lets machines speak of their own addresses only. */
class SourceGuardTest {

  private static final Subnet VIP = new Subnet(World.VIP, 32);

  private final World world = World.of();
  private final Machine node = world.node("m1", "192.0.2.11", 100);
  private final Machine client = world.host("client", "192.0.2.100");

  private List<Tape.Lost> guarded() {
    return world.tape.lost().stream().filter(l -> l.cause() == LossCause.SOURCE_GUARD).toList();
  }

  @Test
  void shouldLetAdvertsPassAndDropWhatSpeaksOfTheVirtualAddress() {
    world.lan().guardSources(node, List.of());
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    world.runUntil(10 * SECOND + SECOND / 2);

    assertThat(world.tape.arrivals()).isEmpty();
    assertThat(world.tape.sent("m1", VrrpPacket.class)).isNotEmpty();
    // the gratuitous ARP at the takeover, and an answer to each of the client's questions
    assertThat(guarded()).hasSizeGreaterThan(2).allMatch(l -> l.from().equals("m1"));
    assertThat(guarded()).allMatch(l -> l.towards().equals("the switch"));
  }

  @Test
  void shouldLetPassWhatIsAllowedBesides() {
    world.lan().guardSources(node, List.of(VIP));
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    world.runUntil(10 * SECOND + SECOND / 2);

    assertThat(guarded()).isEmpty();
    assertThat(world.tape.arrivals()).hasSize(6);
  }

  @Test
  void shouldAllowAWholeNetworkWhereAPrefixSaysSo() {
    Subnet hostBitsAreSet = new Subnet(IpAddress.parse("192.0.2.77"), 24);
    world.lan().guardSources(node, List.of(hostBitsAreSet));
    world.ping(client, "192.0.2.50", SECOND, 5 * SECOND);
    world.runUntil(7 * SECOND + SECOND / 2);

    assertThat(world.tape.arrivals()).hasSize(3);
  }

  @Test
  void shouldLetTheOwnAddressPass() {
    world.lan().guardSources(node, List.of());
    world.lan().guardSources(client, List.of());
    world.ping(client, "192.0.2.11", SECOND);
    world.runUntil(2 * SECOND + SECOND / 2);

    assertThat(world.tape.arrivals()).hasSize(3);
  }

  @Test
  void shouldDropNeighbourAdvertisementsForForeignIpv6Addresses() {
    World six = World.of();
    Machine one = six.lab.addHost("one");
    Machine two = six.lab.addHost("two");
    NetworkInterface card =
        six.lab.connect(one, six.lan(), new Subnet(IpAddress.parse("2001:db8::1"), 64));
    six.lab.connect(two, six.lan(), new Subnet(IpAddress.parse("2001:db8::2"), 64));
    card.hold(new LocalAddress(IpAddress.parse("2001:db8::50"), card.mac(), true, false));
    six.lan().guardSources(one, List.of());
    six.ping(two, "2001:db8::1", SECOND);
    six.ping(two, "2001:db8::50", SECOND);
    six.runUntil(2 * SECOND + SECOND / 2);

    assertThat(six.tape.arrivals()).extracting(Tape.Arrival::flow).containsExactly(0, 0, 0);
  }
}
