package io.vrrplab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.lan.Lab;
import io.vrrplab.lan.LinkProperties;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.NetworkInterface;
import io.vrrplab.lan.Segment;
import io.vrrplab.lan.SegmentConfig;
import io.vrrplab.lan.Subnet;
import io.vrrplab.lan.VirtualRouter;
import io.vrrplab.sim.Limits;
import io.vrrplab.sim.Simulation;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DropAdvertsTest {

  private static final long SECOND = 1_000_000_000;
  private static final IpAddress VIRTUAL = IpAddress.parse("fe80::41");

  private final Lab lab = new Lab(new Simulation(1, Limits.DEFAULT));
  private final Segment lan =
      lab.addSegment(
          new SegmentConfig("lan", LinkProperties.DEFAULT, SegmentConfig.DEFAULT_MAC_AGING_NANOS));

  @Test
  void shouldDropAdvertsOverIpv6() {
    VirtualRouter better = node("m1", "2001:db8::11", 200);
    VirtualRouter other = node("m2", "2001:db8::12", 100);
    new FaultInjector(lab).schedule(10 * SECOND, new Fault.DropAdverts("m1", "m2", 3, null));

    lab.start();
    // m2 hears the advert of 9.21875 s, and none for 3.609375 s; then m1 asserts itself at once
    lab.simulation().runUntil(12_828_300_000L);
    assertThat(better.isMaster()).isTrue();
    assertThat(other.isMaster()).isTrue();

    lab.simulation().runUntil(13 * SECOND);
    assertThat(other.isMaster()).isFalse();
  }

  private VirtualRouter node(String name, String address, int priority) {
    Machine machine = lab.addRouter(name);
    NetworkInterface on = lab.connect(machine, lan, new Subnet(IpAddress.parse(address), 64));
    IpAddress own = Objects.requireNonNull(on.sourceFor(VIRTUAL));
    return lab.addVirtualRouter(
        machine,
        on,
        VirtualRouterConfig.ofDefaults(Profile.RFC9568, 3, 41, own, List.of(VIRTUAL))
            .withPriority(priority));
  }
}
