package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Placement.Spot;
import io.vrrplab.wire.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where the addresses of a keepalived.conf stand that do not stand on its interface. */
class OtherInterfacesTest {

  private static final String BOTH = "interfaces: { eth0: lan, eth1: wan }";
  private static final IpAddress OUTER = IpAddress.parse("198.51.100.1");

  private static ReadResult read(String place, String instance, String addresses) {
    String conf =
        """
        garp_group {
            garp_interval 0.002
            interfaces { eth1 }
        }
        vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 41
        %s
            virtual_ipaddress {
                192.0.2.50/24
        %s
            }
        }
        """
            .formatted(instance, addresses);
    String scenario =
        """
        scenario: One node
        duration: 9s
        segments:
          lan: { subnet: 192.0.2.0/24 }
          wan: { subnet: 198.51.100.0/24 }
        nodes:
          m1: { %s, keepalived: m1.conf }
        """
            .formatted(place);
    return new ScenarioReader()
        .read(
            "a.yaml",
            scenario.getBytes(StandardCharsets.UTF_8),
            _ -> conf.getBytes(StandardCharsets.UTF_8));
  }

  private static VrrpSpec spec(String instance, String addresses) {
    ReadResult result = read(BOTH + ", address: [192.0.2.11, 198.51.100.11]", instance, addresses);
    return switch (result) {
      case ReadResult.Read(Scenario scenario, _) -> scenario.nodes().getFirst().vrrp().getFirst();
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static Spot spot(String instance, String addresses) {
    return spot(spec(instance, addresses), OUTER);
  }

  private static Spot spot(VrrpSpec spec, IpAddress address) {
    return Objects.requireNonNull(spec.settings().spots().get(address));
  }

  private static List<String> links(VrrpSpec spec) {
    return spec.settings().tracks().stream()
        .map(track -> ((Tracked.Link) track.settled().what()).name())
        .toList();
  }

  @Test
  void shouldHoldAnAddressWhereItsLineSays() {
    assertThat(spot("", "198.51.100.1/24 dev eth1"))
        .isEqualTo(new Spot("wan", MacChoice.INTERFACE, true, 2_000_000));
    assertThat(spec("", "").settings().spots()).isEmpty();
  }

  @Test
  void shouldGiveItTheVirtualMacOnlyWhereThatIsSaid() {
    assertThat(spot("use_vmac", "198.51.100.1 dev eth1").mac()).isEqualTo(MacChoice.INTERFACE);
    assertThat(spot("use_vmac_addr", "198.51.100.1 dev eth1").mac()).isEqualTo(MacChoice.VIRTUAL);
    assertThat(spot("", "198.51.100.1 dev eth1 use_vmac").mac()).isEqualTo(MacChoice.VIRTUAL);
  }

  @Test
  void shouldGiveASingleAddressOfItsOwnInterfaceTheVirtualMac() {
    assertThat(spot("", "198.51.100.1 use_vmac"))
        .isEqualTo(new Spot("lan", MacChoice.VIRTUAL, true, 0));
  }

  @Test
  void shouldAnnounceNothingOfTheLoopback() {
    Spot spot = spot("", "198.51.100.1/32 dev lo");

    assertThat(spot.announced()).isFalse();
    assertThat(links(spec("", "198.51.100.1/32 dev lo"))).isEmpty();
  }

  /** A virtual MAC is of one family; the other one has that of the interface, or its own. */
  @Test
  void shouldNotGiveTheOtherFamilyTheVirtualMacOfThisOne() {
    String six = "}\nvirtual_ipaddress_excluded {\n2001:db8::5/64";
    IpAddress address = IpAddress.parse("2001:db8::5");

    assertThat(spec("", six).settings().spots()).isEmpty();
    assertThat(spot(spec("use_vmac", six), address).mac()).isEqualTo(MacChoice.INTERFACE);
    assertThat(spot(spec("use_vmac\nuse_vmac_addr", six), address).mac())
        .isEqualTo(MacChoice.VIRTUAL);
  }

  @Test
  void shouldTrackTheInterfaceOfAnAddressUnlessTold() {
    assertThat(links(spec("", "198.51.100.1/24 dev eth1"))).containsExactly("wan");
    assertThat(links(spec("", "198.51.100.1/24 dev eth1 no_track"))).isEmpty();
    assertThat(links(spec("", "192.0.2.51/24 dev eth0"))).isEmpty();
  }

  /** A tracker with a weight does not weaken what the address needs. */
  @Test
  void shouldTrackItOnceAndWithoutWeight() {
    VrrpSpec spec = spec("track_interface { eth1 weight -20 }", "198.51.100.1/24 dev eth1");

    assertThat(links(spec)).containsExactly("wan");
    assertThat(spec.settings().tracks().getFirst().weight().asLong()).isZero();
  }

  @Test
  void shouldAskForTheSegmentOfAnInterfaceThatOnlyAnAddressNames() {
    assertThat(problems("segment: lan, address: 192.0.2.11"))
        .anyMatch(line -> line.contains("uses several interfaces (eth0, eth1)"));
    assertThat(problems("interfaces: { eth0: lan }, address: 192.0.2.11"))
        .anyMatch(line -> line.contains("uses eth1, which \"interfaces\" does not name"));
  }

  private static List<String> problems(String place) {
    return read(place, "", "198.51.100.1/24 dev eth1").problems().stream()
        .map(Problem::toString)
        .toList();
  }
}
