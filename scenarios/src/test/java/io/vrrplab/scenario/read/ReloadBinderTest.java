package io.vrrplab.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.measure.VirtualRouterId;
import io.vrrplab.scenario.Companions;
import io.vrrplab.scenario.Problem;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.spec.DaemonFault;
import io.vrrplab.scenario.spec.VrrpSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** A keepalived.conf that a node reads while the scenario runs. */
class ReloadBinderTest {

  private static final String CONF =
      """
      vrrp_instance VI_1 {
          state BACKUP
          interface eth0
          virtual_router_id 41
          priority 200
          virtual_ipaddress {
              192.0.2.50/24
          }
      }
      """;

  private final SequencedMap<String, String> files = new LinkedHashMap<>();

  ReloadBinderTest() {
    files.put("m1.conf", CONF);
  }

  private ReadResult read(String reload) {
    Companions companions =
        name -> {
          String text = files.get(name);
          if (text == null) {
            throw new NoSuchFileException(name);
          }
          return text.getBytes(StandardCharsets.UTF_8);
        };
    String scenario =
        """
        scenario: A reload
        duration: 20s
        segments:
          lan: { subnet: 192.0.2.0/24 }
        nodes:
          m1: { segment: lan, address: 192.0.2.11, keepalived: m1.conf }
          m2: { segment: lan, address: 192.0.2.12, vrrp: [{ vrid: 41, version: 2, virtual-addresses: [192.0.2.50] }] }
        hosts:
          client: { segment: lan, address: 192.0.2.100 }
        traffic:
          - ping: { from: client, to: 192.0.2.60 }
        timeline:
          - { at: 5s, reload: %s }
          - { at: 9s, check: { node: m1, script: chk, result: fail } }
        expect:
          - { at: 9s, vrid: 42, master: m1 }
        """
            .formatted(reload);
    return new ScenarioReader()
        .read("a.yaml", scenario.getBytes(StandardCharsets.UTF_8), companions);
  }

  @Test
  void shouldKnowWhatANewFileBrings() {
    files.put(
        "after.conf",
        "vrrp_script chk {\n  script /bin/true\n}\n"
            + CONF.replace("41", "42")
                .replace(".50", ".60")
                .replace("priority 200", "priority 7\n  track_script {\n    chk\n  }"));

    ReadResult result = read("{ node: m1, keepalived: after.conf }");

    assertThat(result.problems()).isEmpty();
    Scenario scenario = ((ReadResult.Read) result).scenario();
    DaemonFault.NewConfiguration fault =
        (DaemonFault.NewConfiguration) scenario.timeline().getFirst().fault();
    assertThat(fault.vrrp()).extracting(VrrpSpec::vrid).containsExactly(42);
    assertThat(fault.text()).isEqualTo("reload m1 with after.conf");
    assertThat(scenario.virtualRouters()).extracting(VirtualRouterId::vrid).containsExactly(41, 42);
  }

  @Test
  void shouldSayOfTheSecondFileWhatItWouldOfTheFirst() {
    files.put("after.conf", CONF.replace("virtual_router_id 41", "virtual_router_id 300"));

    assertThat(read("{ node: m1, keepalived: after.conf }").problems())
        .extracting(Problem::toString)
        .anySatisfy(line -> assertThat(line).startsWith("after.conf:4:23: ").contains("300"))
        .anySatisfy(
            line -> assertThat(line).startsWith("after.conf:").contains("[KA-VRID-MISSING]"));
  }

  @Test
  void shouldRefuseAFileThatIsNotThere() {
    assertThat(read("{ node: m1, keepalived: gone.conf }").problems())
        .extracting(Problem::message)
        .contains("no such file beside the scenario: gone.conf");
  }

  @Test
  void shouldRefuseAFileForANodeWithoutOne() {
    assertThat(read("{ node: m2, keepalived: m1.conf }").problems())
        .extracting(Problem::message)
        .contains("\"m2\" has no keepalived.conf; say what changes under \"vrrp\"");
  }

  @Test
  void shouldRefuseVirtualRoutersForANodeWithAFile() {
    String vrrp = "[{ vrid: 41, virtual-addresses: [192.0.2.50] }]";

    assertThat(read("{ node: m1, vrrp: " + vrrp + " }").problems())
        .extracting(Problem::message)
        .contains("\"m1\" has a configuration of its own; name the new file under \"keepalived\"");
  }

  @Test
  void shouldRefuseAReloadThatSaysNothingOrBoth() {
    String both =
        "{ node: m2, keepalived: m1.conf, vrrp: [{ vrid: 41, virtual-addresses: [192.0.2.50] }] }";

    for (String reload : new String[] {"{ node: m1 }", both}) {
      assertThat(read(reload).problems())
          .extracting(Problem::message)
          .contains("\"reload\" needs either vrrp: what changes, or keepalived: the new file");
    }
  }
}
