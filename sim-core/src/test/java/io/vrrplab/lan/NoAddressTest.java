package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static io.vrrplab.World.VIP;
import static io.vrrplab.World.VRID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.measure.AdvertMeter;
import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.VrrpPacket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual routers without addresses, measured in keepalived 2.2.7, 2.2.8 and 2.4.3. */
class NoAddressTest {

  private static final long DOWN_200 = 3_218_750_000L;
  private static final int ETHERNET_AND_IPV4 = 14 + 20;

  private final World world = World.of();
  private final AdvertMeter adverts = new AdvertMeter(world.lab);

  private static VirtualRouterConfig config(
      Profile profile, int version, String own, String... addresses) {
    return VirtualRouterConfig.ofDefaults(
        profile,
        version,
        VRID,
        IpAddress.parse(own),
        Arrays.stream(addresses).map(IpAddress::parse).toList());
  }

  private VirtualRouter node(String name, VirtualRouterConfig config) {
    Machine machine = world.host(name, config.primaryAddress().toString());
    return world.lab.addVirtualRouter(machine, machine.interfaces().getFirst(), config);
  }

  @ParameterizedTest
  @CsvSource({"2, 192.0.2.11, 192.0.2.12", "3, 192.0.2.11, 192.0.2.12", "3, fe80::11, fe80::12"})
  void shouldElectAMasterThatListsNothing(int version, String one, String other) {
    VirtualRouter m1 = node("m1", config(Profile.KEEPALIVED, version, one).withPriority(200));
    VirtualRouter m2 = node("m2", config(Profile.KEEPALIVED, version, other));

    world.at(6 * SECOND, new Fault.Crash("m1")).runUntil(12 * SECOND);

    assertThat(world.tape.changesOf("m1")).contains("Master at " + DOWN_200);
    assertThat(m1.isMaster()).isFalse();
    assertThat(m2.isMaster()).isTrue();
    assertThat(VirtualRouterId.of(m2).ipv6()).isEqualTo(one.contains(":"));
    assertThat(adverts.report().rejected().values()).allMatch(count -> count == 0);
    assertThat(adverts.report().received()).isEqualTo(3);
  }

  /** Measured: 8 octets in version 3, and 8 more of no authentication in version 2. */
  @ParameterizedTest
  @CsvSource({"2, 16", "3, 8"})
  void shouldSayItInTheFewestOctets(int version, int octets) {
    node("m1", config(Profile.KEEPALIVED, version, "192.0.2.11"));

    world.runUntil(5 * SECOND);

    assertThat(world.tape.sent("m1", VrrpPacket.class))
        .isNotEmpty()
        .allMatch(sent -> sent.advert().addresses().isEmpty())
        .allMatch(sent -> Frame.of(sent.frame()).length() == ETHERNET_AND_IPV4 + octets);
  }

  @Test
  void shouldHoldWhatItDoesNotList() {
    IpAddress held = IpAddress.parse("192.0.2.60");
    VirtualRouterConfig plain = config(Profile.KEEPALIVED, 2, "192.0.2.11");
    VirtualRouter m1 =
        node("m1", plain.withOptions(plain.options().withUnadvertisedAddresses(List.of(held))));

    world.runUntil(10 * SECOND);

    assertThat(m1.machine().held(held)).isNotNull();
    assertThat(world.tape.sent("m1", ArpPacket.class))
        .isNotEmpty()
        .allMatch(sent -> sent.arp().senderAddress().equals(held));
  }

  /** Measured in 2.2.8: each discards the other's; in 2.4.3 the better one is followed. */
  @ParameterizedTest
  @CsvSource({"2.2, true", "2.3.3, false", "2.4, false"})
  void shouldMeetOneThatListsAnAddressAsEachReleaseDoes(String version, boolean bothMasters) {
    Profile profile = Profile.keepalived(KeepalivedVersion.of(version));
    VirtualRouter m1 =
        node("m1", config(profile, 3, "192.0.2.11", VIP.toString()).withPriority(150));
    VirtualRouter m2 = node("m2", config(profile, 3, "192.0.2.12").withPriority(200));

    world.runUntil(10 * SECOND);

    assertThat(m2.isMaster()).isTrue();
    assertThat(m1.isMaster()).isEqualTo(bothMasters);
  }

  /** RFC 9568 5.2.5 and FRR drop such an advert, RFC 5798 logs it, RFC 3768 compares the list. */
  @ParameterizedTest
  @CsvSource({"rfc9568, 3, count", "frr, 3, count", "rfc3768, 2, address-list", "rfc5798, 3, ''"})
  void shouldBeHeardByOthersAsTheirRulesHaveIt(String profile, int version, String rejected) {
    Profile other = Profile.named(profile);
    Profile summedAlike =
        Profile.KEEPALIVED.withSending(
            Profile.KEEPALIVED
                .sending()
                .withIpv4Version3Checksum(other.sending().ipv4Version3Checksum()));
    node("m1", config(other, version, "192.0.2.11", VIP.toString()));
    node("m2", config(summedAlike, version, "192.0.2.12").withPriority(200));

    world.runUntil(10 * SECOND);

    if (rejected.isEmpty()) {
      assertThat(world.tape.changesOf("m1")).containsExactly("Backup at 0");
    } else {
      assertThat(adverts.report().rejected().getOrDefault(rejected, 0L)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfc3768", "rfc5798", "rfc9568", "frr"})
  void shouldBeForKeepalivedAlone(String profile) {
    int version = profile.equals("rfc3768") ? 2 : 3;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> config(Profile.named(profile), version, "192.0.2.11"))
        .withMessageContaining("number of virtual addresses");
  }
}
