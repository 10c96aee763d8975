package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.NodeSpec;
import io.vrrplab.scenario.spec.VrrpSpec;
import io.vrrplab.vrrp.Delivery;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Nodes whose virtual routers stand in a keepalived.conf, or in the environment of an image. */
class DaemonBinderTest {

  private static final String CONF =
      """
      vrrp_instance VI_1 {
          state BACKUP
          interface eth0
          virtual_router_id 41
          priority 200
          nopreempt
          virtual_ipaddress {
              192.0.2.50/24
          }
      }
      """;

  private final SequencedMap<String, String> files = new LinkedHashMap<>();

  DaemonBinderTest() {
    files.put("m1.conf", CONF);
    files.put("m2.conf", CONF);
  }

  private ReadResult read(String node) {
    Companions companions =
        name -> {
          String text = files.get(name);
          if (text == null) {
            throw new NoSuchFileException(name);
          }
          return text.getBytes(StandardCharsets.UTF_8);
        };
    String world =
        """
        scenario: Nodes with configurations
        duration: 20s
        segments:
          lan: { subnet: [192.0.2.0/24, 2001:db8::/64] }
          wan: { subnet: 198.51.100.0/24 }
        nodes:
          m1: { %s }
          m2: { segment: lan, address: 192.0.2.12, keepalived: m2.conf }
        """
            .formatted(node);
    byte[] text = world.getBytes(StandardCharsets.UTF_8);
    return new ScenarioReader().read("lab/scenario.yaml", text, companions);
  }

  private NodeSpec node(String node) {
    ReadResult result = read(node);
    assertThat(result.problems())
        .extracting(Problem::severity)
        .doesNotContain(Problem.Severity.ERROR);
    Scenario scenario = ((ReadResult.Read) result).scenario();
    return scenario.nodes().getFirst();
  }

  private List<String> lines(String node) {
    return read(node).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void shouldTakeTheVirtualRoutersFromTheFile() {
    VrrpSpec vrrp =
        node("segment: lan, address: 192.0.2.11, keepalived: m1.conf").vrrp().getFirst();

    assertThat(vrrp.segment()).isEqualTo("lan");
    assertThat(vrrp.vrid()).isEqualTo(41);
    assertThat(vrrp.priorityValue()).isEqualTo(200);
    assertThat(vrrp.profile()).isEqualTo("keepalived");
    assertThat(vrrp.accept()).isTrue();
  }

  @Test
  void shouldReadTheFileAsTheVersionWould() {
    VrrpSpec vrrp =
        node("segment: lan, address: 192.0.2.11, keepalived: m1.conf, keepalived-version: 1.3")
            .vrrp()
            .getFirst();

    assertThat(vrrp.profile()).isEqualTo("keepalived-1.3");
  }

  @Test
  void shouldTakeTheLinesThatAreForTheNode() {
    files.put("m1.conf", CONF.replace("priority 200", "@one priority 150\n@two priority 50"));

    VrrpSpec vrrp =
        node("segment: lan, address: 192.0.2.11, keepalived: m1.conf, config-id: two")
            .vrrp()
            .getFirst();

    assertThat(vrrp.priorityValue()).isEqualTo(50);
  }

  @Test
  void shouldFindTheSegmentsBehindInterfaces() {
    files.put(
        "m1.conf",
        CONF
            + CONF.replace("VI_1", "VI_2")
                .replace("eth0", "eth1")
                .replace("41", "42")
                .replace("192.0.2.50", "198.51.100.50"));

    NodeSpec node =
        node(
            "interfaces: { eth0: lan, eth1: wan },"
                + " address: [198.51.100.11, 192.0.2.11], keepalived: m1.conf");

    assertThat(node.vrrp()).extracting(VrrpSpec::segment).containsExactly("lan", "wan");
    assertThat(node.interfaces())
        .extracting(each -> each.segment() + " " + each.addresses().getFirst())
        .containsExactlyInAnyOrder("lan 192.0.2.11", "wan 198.51.100.11");
    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: m1.conf"))
        .contains(
            "lab/scenario.yaml:7:56: error: the configuration uses several interfaces (eth0, eth1);"
                + " write interfaces: { eth0: SEGMENT, … }");
    assertThat(lines("interfaces: { eth0: lan }, address: 192.0.2.11, keepalived: m1.conf"))
        .contains(
            "lab/scenario.yaml:7:69: error: the configuration uses eth1, which \"interfaces\" does"
                + " not name; keepalived ends where an interface is missing, unless global_defs has"
                + " dynamic_interfaces");
  }

  /** keepalived 2.2.8 and later; 2.2.7 ends there, whatever else is said. */
  @Test
  void shouldSeatAnInstanceWithoutInterfaceWhereItsSourceIs() {
    files.put(
        "m1.conf",
        CONF.replace("interface eth0", "unicast_src_ip 198.51.100.11")
            .replace("nopreempt", "unicast_peer {\n198.51.100.12\n}")
            .replace("192.0.2.50/24", "198.51.100.50/24 dev eth1"));
    String both = "interfaces: { eth0: lan, eth1: wan }, address: [198.51.100.11, 192.0.2.11]";

    NodeSpec node = node(both + ", keepalived: m1.conf, keepalived-version: 2.4");

    assertThat(node.vrrp()).extracting(VrrpSpec::segment).containsExactly("wan");
    assertThat(lines(both + ", keepalived: m1.conf"))
        .anySatisfy(line -> assertThat(line).contains("has no interface; keepalived ends here"));
    assertThat(
            lines(
                "segment: lan, address: 192.0.2.11, keepalived: m1.conf, keepalived-version: 2.4"))
        .anySatisfy(line ->
            assertThat(line)
                .endsWith("VI_1 sends from 198.51.100.11, and the node has no segment with that"));
  }

  @Test
  void shouldTakeAnImagesEnvironment() {
    NodeSpec node =
        node(
            "segment: lan, address: 192.0.2.11, osixia: { KEEPALIVED_PRIORITY: 200,"
                + " KEEPALIVED_VIRTUAL_IPS: 192.0.2.60, KEEPALIVED_ROUTER_ID: 60,"
                + " KEEPALIVED_UNICAST_PEERS: [192.0.2.11, 192.0.2.12] }");

    VrrpSpec vrrp = node.vrrp().getFirst();
    assertThat(vrrp.vrid()).isEqualTo(60);
    assertThat(vrrp.preempt()).isFalse();
    assertThat(vrrp.profile()).isEqualTo("keepalived-2.0");
    assertThat(vrrp.settings().options().delivery()).isInstanceOf(Delivery.Unicast.class);
  }

  @Test
  void shouldSayWhatIsWrongInTheScenario() {
    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: m3.conf"))
        .containsExactly(
            "lab/scenario.yaml:7:56: error: no such file beside the scenario: m3.conf");
    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: m1.conf, osixia: {}"))
        .contains(
            "lab/scenario.yaml:7:65: error: \"keepalived\" and \"osixia\" are two configurations");
    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: m1.conf, profile: frr"))
        .contains(
            "lab/scenario.yaml:7:65: error: \"profile\" stands in the configuration of the node");
    assertThat(lines("interfaces: { eth0: lan }, keepalived: m1.conf"))
        .contains(
            "lab/scenario.yaml:7:3: error: missing key \"address\": the addresses of all"
                + " interfaces");
    assertThat(lines("segment: lan, address: 192.0.2.11, osixia: { KEEPALIVED_PRIO: 5 }"))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(
                    "lab/scenario.yaml:7:54: error: the image 2.0.20 knows no"
                        + " \"KEEPALIVED_PRIO\""));
  }

  @Test
  void shouldSayWhatStopsTheDaemonAndWhatItOnlyComplainsAbout() {
    files.put("bad.conf", CONF.replace("    virtual_router_id 41\n", ""));
    files.put("odd.conf", CONF.replace("nopreempt", "no_preempt"));

    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: bad.conf"))
        .anySatisfy(line ->
            assertThat(line).startsWith("lab/bad.conf:1:").contains("error: ", "KA-VRID-MISSING"));
    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: odd.conf"))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("lab/odd.conf:6:5: warning: ")
                .contains("KA-KEYWORD-UNKNOWN"));
  }

  @Test
  void shouldSayWhereTheWorldDoesNotFitTheFile() {
    files.put("six.conf", CONF.replace("192.0.2.50/24", "2001:db8::50/64"));
    files.put("far.conf", CONF.replace("192.0.2.50/24", "203.0.113.50/24"));

    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: six.conf"))
        .contains(
            "lab/scenario.yaml:7:56: error: VI_1 runs over IPv6, and the node has no such address"
                + " on \"lan\"");
    assertThat(lines("segment: lan, address: 192.0.2.11, keepalived: far.conf"))
        .contains(
            "lab/scenario.yaml:7:56: warning: 203.0.113.50 is outside segment \"lan\";"
                + " nobody there looks for it");
  }
}
