package io.vrrplab.measure;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.lan.Machine;
import io.vrrplab.lan.Subnet;
import io.vrrplab.vrrp.Authentication;
import io.vrrplab.vrrp.Delivery;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** The lines that two keepalived daemons log, in the words that real ones were seen to use. */
class KeepalivedLogTest {

  private static final VirtualRouterId ROUTER = new VirtualRouterId("lan", 41, false);

  private final World world = World.of();
  private final SequencedMap<String, KeepalivedLog.Daemon> daemons = new LinkedHashMap<>();

  private KeepalivedLog pair(int one, int other) {
    node("m1", "192.0.2.11", one);
    node("m2", "192.0.2.12", other);
    SequencedMap<VirtualRouterId, KeepalivedLog.Name> names = new LinkedHashMap<>();
    names.put(ROUTER, new KeepalivedLog.Name("M3_1", "etx2"));
    List<String> complaints = List.of("(m1.conf: Line 10) Truncating auth_pass to 8 characters");
    daemons.put("m1", new KeepalivedLog.Daemon(complaints, names));
    return new KeepalivedLog(world.lab, daemons);
  }

  private void node(String name, String address, int priority) {
    world.serve(
        world.host(name, address),
        World.v2(address).withPriority(priority).withProfile(Profile.KEEPALIVED));
  }

  private static List<String> of(KeepalivedLog log, String node) {
    return log.report().stream()
        .filter(line -> line.node().equals(node))
        .map(KeepalivedLog.Line::text)
        .toList();
  }

  @Test
  void shouldLogStopAndReturnOfTheMaster() {
    KeepalivedLog log = pair(100, 90);
    world.at(10 * SECOND, new Fault.Stop("m1")).at(20 * SECOND, new Fault.Start("m1"));
    world.runUntil(30 * SECOND);

    assertThat(of(log, "m1"))
        .startsWith(
            "(m1.conf: Line 10) Truncating auth_pass to 8 characters",
            "(M3_1) Entering BACKUP STATE (init)",
            "(M3_1) Entering MASTER STATE",
            "(M3_1) sent 0 priority",
            "(m1.conf: Line 10) Truncating auth_pass to 8 characters",
            "(M3_1) Entering BACKUP STATE (init)",
            "(M3_1) received lower priority (90) advert from 192.0.2.12 - discarding")
        .endsWith("(M3_1) Entering MASTER STATE");
    assertThat(of(log, "m2"))
        .containsExactly(
            "(VI_41) Entering BACKUP STATE (init)",
            "(VI_41) Backup received priority 0 advertisement",
            "(VI_41) Entering MASTER STATE",
            "(VI_41) Master received advert from 192.0.2.11 with higher priority 100, ours 90",
            "(VI_41) Entering BACKUP STATE");
  }

  @Test
  void shouldLogLossAndReturnOfTheLink() {
    KeepalivedLog log = pair(100, 90);
    world
        .at(10 * SECOND, new Fault.LinkDown("m1", null))
        .at(12 * SECOND, new Fault.LinkUp("m1", null))
        .runUntil(13 * SECOND);

    assertThat(of(log, "m1"))
        .endsWith(
            "Netlink reports etx2 down",
            "(M3_1) Entering FAULT STATE",
            "(M3_1) sent 0 priority",
            "Netlink reports etx2 up",
            "(M3_1) Entering BACKUP STATE");
  }

  @Test
  void shouldLogTheContentionOfEquals() {
    KeepalivedLog log = pair(100, 100);
    world.runUntil(10 * SECOND);

    assertThat(of(log, "m1"))
        .contains(
            "(M3_1) Master received advert from 192.0.2.12 with same priority 100"
                + " but higher IP address than ours");
  }

  @Test
  void shouldLogANewElection() {
    KeepalivedLog log = pair(200, 100);
    world.at(10 * SECOND, new Fault.DropAdverts("m1", "m2", 3, null)).runUntil(15 * SECOND);

    assertThat(of(log, "m1"))
        .contains(
            "(M3_1) Received advert from 192.0.2.12 with lower priority 100, ours 200,"
                + " forcing new election");
  }

  @Test
  void shouldLogWhatIsRefused() {
    world.serve(
        world.host("m1", "192.0.2.11"),
        World.v2("192.0.2.11").withPriority(200).withProfile(Profile.KEEPALIVED));
    world.serve(
        world.host("m2", "192.0.2.12"),
        World.v2("192.0.2.12")
            .withProfile(Profile.KEEPALIVED)
            .withAuthentication(Authentication.simplePassword("secret")));
    KeepalivedLog log = new KeepalivedLog(world.lab, daemons);
    world.runUntil(5 * SECOND);

    assertThat(of(log, "m2")).contains("(VI_41) received a 0 auth, expecting 1!");
    assertThat(of(log, "m1")).contains("(VI_41) received a 1 auth, expecting 0!");
  }

  @Test
  void shouldLogThatANodeHearsItself() {
    VirtualRouterConfig config = World.v2("192.0.2.11").withProfile(Profile.KEEPALIVED);
    List<Delivery.Peer> peers =
        List.of(
            Delivery.Peer.of(config.primaryAddress()),
            Delivery.Peer.of(IpAddress.parse("192.0.2.12")));
    world.host("m2", "192.0.2.12");
    world.serve(
        world.host("m1", "192.0.2.11"),
        config.withOptions(config.options().withDelivery(new Delivery.Unicast(peers, false, 255))));
    KeepalivedLog log = new KeepalivedLog(world.lab, daemons);
    world.runUntil(4 * SECOND);

    assertThat(of(log, "m1"))
        .contains(
            "(VI_41) WARNING - equal priority advert received from remote host with our IP"
                + " address.");
  }

  @Test
  void shouldBeSilentOnOthers() {
    world.node("m3", "192.0.2.13", 50);
    KeepalivedLog log = pair(200, 100);
    world.runUntil(10 * SECOND);

    assertThat(of(log, "m3")).isEmpty();
  }

  /** Seen of keepalived 2.2.7 in this order; it left the own address out of the log of a peer. */
  @Test
  void shouldLogWhatOtherSoftwareDoesToAddresses() {
    KeepalivedLog log = pair(200, 100);
    IpAddress own = IpAddress.parse("192.0.2.11");
    world
        .at(10 * SECOND, new Fault.RemoveAddress("m1", World.VIP))
        .at(15 * SECOND, new Fault.RemoveAddress("m1", own))
        .at(16 * SECOND, new Fault.AddAddress("m1", own));
    world.runUntil(17 * SECOND);

    assertThat(of(log, "m1").subList(3, 12))
        .containsExactly(
            "Netlink reflector reports IP 192.0.2.50 removed from etx2",
            "(M3_1) Entering BACKUP STATE",
            "(M3_1) sent 0 priority",
            "(M3_1) Entering MASTER STATE",
            "Deassigned address 192.0.2.11 from interface etx2",
            "(M3_1) Entering FAULT STATE",
            "(M3_1) sent 0 priority",
            "Assigned address 192.0.2.11 for interface etx2",
            "(M3_1) Entering BACKUP STATE");
    assertThat(of(log, "m2")).filteredOn(line -> line.contains("priority 0")).hasSize(3);
  }

  @Test
  void shouldLogNothingOfAnAddressThatABackupDoesNotHold() {
    KeepalivedLog log = pair(200, 100);
    world.at(10 * SECOND, new Fault.RemoveAddress("m2", World.VIP));
    world.at(11 * SECOND, new Fault.AddAddress("m2", World.VIP));
    world.runUntil(12 * SECOND);

    assertThat(of(log, "m2")).containsExactly("(VI_41) Entering BACKUP STATE (init)");
  }

  /** Seen: it goes on from the other one, without a word. */
  @Test
  void shouldLogNothingOfOneOfSeveralOwnAddresses() {
    Machine m1 = world.lab.addHost("m1");
    List<IpAddress> own = List.of(IpAddress.parse("192.0.2.11"), IpAddress.parse("192.0.2.111"));
    world.lab.connect(
        m1, world.lan(), new Subnet(own.getFirst(), 24), new Subnet(own.getLast(), 24));
    world.serve(m1, World.v2("192.0.2.11").withProfile(Profile.KEEPALIVED));
    KeepalivedLog log = new KeepalivedLog(world.lab, daemons);
    for (IpAddress each : own) {
      world.at(10 * SECOND, new Fault.RemoveAddress("m1", each));
      world.at(11 * SECOND, new Fault.AddAddress("m1", each));
    }
    world.runUntil(12 * SECOND);

    assertThat(of(log, "m1"))
        .containsExactly(
            "(VI_41) Entering BACKUP STATE (init)",
            "(VI_41) Entering MASTER STATE",
            "Deassigned address 192.0.2.111 from interface lan",
            "(VI_41) Entering FAULT STATE",
            "(VI_41) sent 0 priority",
            "Assigned address 192.0.2.11 for interface lan",
            "(VI_41) Entering BACKUP STATE");
  }
}
