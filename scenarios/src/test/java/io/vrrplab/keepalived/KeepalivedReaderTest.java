package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.TrackScript;
import io.vrrplab.keepalived.config.Tracker;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.ReadOptions;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.wire.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepalivedReaderTest {

  @TempDir private Path folder;

  @Test
  void shouldReadTheDocumentsAsTheyStand() {
    Instance m1 = only(library("lxd-cluster/m1.conf"));
    Instance active = only(library("floating-ip-pair/web-srv-1.conf"));

    assertThat(m1.virtualRouterId()).isEqualTo(41);
    assertThat(m1.priority()).isEqualTo(200);
    assertThat(m1.interfaceName()).isEqualTo("enp5s0");
    assertThat(m1.version()).isEqualTo(2);
    assertThat(m1.advertInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(m1.addresses().getFirst().prefixLength()).isEqualTo(24);
    assertThat(active.authentication().type()).isEqualTo(Authentication.Type.PASS);
    assertThat(active.authentication().password()).isEqualTo("EcbCp2b1");
    assertThat(active.unicast().peers().getFirst().address())
        .isEqualTo(IpAddress.parse("192.168.27.127"));
  }

  @Test
  void shouldReadTrackersWithTheWeightsOfTheirDefinition() {
    KeepalivedReader.Read read = corpus("blocks/script.conf");

    TrackScript script = read.config().scripts().all().getFirst();
    assertThat(script.interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(script.rise()).isEqualTo(2);
    Tracker tracker = only(read).trackers().getFirst();
    assertThat(tracker.kind()).isEqualTo(Tracker.Kind.SCRIPT);
    assertThat(tracker.weight()).isEqualTo(-20);
  }

  @Test
  void shouldDecodeCommandsAsKeepalivedDoes() {
    List<TrackScript> scripts = corpus("syntax/commands.conf").config().scripts().all();

    assertThat(scripts.getFirst().command()).isEqualTo("/bin/echo one\ttwo AB 'in ner' #5");
    assertThat(scripts.getFirst().interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(scripts.getLast().command()).isEqualTo("/bin/echo");
  }

  @Test
  void shouldPartWordsAtQuotes() {
    assertThat(corpus("syntax/quotes-touching.conf").config().globals().routerId())
        .contains("node");
  }

  @Test
  void shouldExpandSequencesAndLists() {
    assertThat(addresses(corpus("syntax/sequence-down.conf")))
        .containsExactly("192.0.2.9", "192.0.2.7", "192.0.2.5", "192.0.2.3", "192.0.2.1");
    assertThat(addresses(corpus("syntax/sequence-nested.conf")))
        .containsExactly("192.0.1.3", "192.0.1.4", "192.0.2.3", "192.0.2.4");
    assertThat(addresses(corpus("syntax/list.conf"))).containsExactly("192.0.2.10", "192.0.3.11");
    assertThat(corpus("syntax/instances-by-sequence.conf").config().instances()).hasSize(20);
  }

  @Test
  void shouldTakeLinesForItsOwnConfigId() {
    Path file = Corpus.FILES.resolve("syntax/config-id.conf");

    KeepalivedReader.Read own =
        KeepalivedReader.read(file, ReadOptions.PLAIN.withConfigId("node1"));
    KeepalivedReader.Read other =
        KeepalivedReader.read(file, ReadOptions.PLAIN.withConfigId("node2"));

    assertThat(only(own).priority()).isEqualTo(200);
    assertThat(only(other).priority()).isEqualTo(50);
  }

  @Test
  void shouldPlaceFindingsInIncludedFilesAndAtTheUseOfVariables() throws IOException {
    write(
        "keepalived.conf", "$P=300\nvrrp_instance V {\n  priority $P\n  include more/*.conf\n}\n");
    write("more/rest.conf", "\n  state SLAVE\n");

    List<Finding> findings = read("keepalived.conf").findings();

    assertThat(findings)
        .extracting(finding -> folder.relativize(Path.of(finding.at().file())) + place(finding))
        .contains("keepalived.conf:3:12", "more/rest.conf:2:9");
  }

  @Test
  void shouldNotReadWhatLiesOutsideOfItsFolder() throws IOException {
    write("secret.conf", "this is nobody's business\n");
    write("node/keepalived.conf", "include ../secret.conf\ninclude link.conf\n");
    Files.createSymbolicLink(folder.resolve("node/link.conf"), folder.resolve("secret.conf"));

    List<Finding> findings = read("node/keepalived.conf").findings();

    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactly(Rule.INCLUDE_OUTSIDE, Rule.INCLUDE_OUTSIDE);
  }

  @Test
  void shouldKnowWhatEachVersionKnows() {
    Path file = Corpus.FILES.resolve("instances/release-2-2-8.conf");

    assertThat(KeepalivedReader.read(file, ReadOptions.PLAIN).accepted()).isFalse();
    assertThat(
            KeepalivedReader.read(file, ReadOptions.PLAIN.with(KeepalivedVersion.V2_3_3))
                .accepted())
        .isTrue();
  }

  /** As 2.2.7, 2.2.8 and 2.4.3 were measured; default_interface changes nothing of it. */
  @Test
  void shouldDoWithoutAnInterfaceWhereKeepalivedDoes() throws IOException {
    String peers = "unicast_src_ip 192.0.2.11\nunicast_peer {\n192.0.2.12\n}\n";
    String twoAddresses = "virtual_ipaddress {\n192.0.2.50\n192.0.2.51 dev eth0\n}\n";

    assertThat(rulesOf(KeepalivedVersion.V2_2, peers)).contains(Rule.INTERFACE_MISSING);
    assertThat(rulesOf(KeepalivedVersion.V2_4, "unicast_src_ip 192.0.2.11\n"))
        .contains(Rule.INTERFACE_MISSING);
    assertThat(rulesOf(KeepalivedVersion.V2_4, "unicast_peer {\n192.0.2.12\n}\n"))
        .contains(Rule.INTERFACE_MISSING);
    assertThat(
            rulesOf(KeepalivedVersion.V2_4, "unicast_src_ip fe80::1\nunicast_peer {\nfe80::2\n}\n"))
        .contains(Rule.INTERFACE_MISSING);
    assertThat(rulesOf(KeepalivedVersion.V2_4, peers + twoAddresses))
        .contains(Rule.ADDRESS_NOWHERE)
        .doesNotContain(Rule.INTERFACE_MISSING, Rule.ADDRESS_MISSING);
    assertThat(rulesOf(KeepalivedVersion.V2_4, peers + "version 3\nno_virtual_ipaddress\n"))
        .doesNotContain(Rule.INTERFACE_MISSING, Rule.ADDRESS_REQUIRED);
  }

  private List<Rule> rulesOf(KeepalivedVersion version, String instance) throws IOException {
    write(
        "one.conf",
        "global_defs {\ndefault_interface eth0\n}\nvrrp_instance V {\nvirtual_router_id 9\n"
            + instance
            + "}\n");
    return KeepalivedReader.read(folder.resolve("one.conf"), ReadOptions.PLAIN.with(version))
        .findings()
        .stream()
        .map(Finding::rule)
        .toList();
  }

  @Test
  void shouldSayThatAFileIsNotThere() {
    assertThat(read("nowhere.conf").findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.UNREADABLE);
  }

  /** The example of the manual: 254 VRIDs on 256 interfaces. */
  @Test
  void shouldReadTheLargestExampleOfTheManual() throws IOException {
    write(
        "keepalived.conf",
        """
        $INSTANCE= \\
        vrrp_instance VI_${IF}_${VRID} { \\
            interface vlan${IF} \\
            virtual_router_id ${VRID} \\
            priority 100 \\
            advert_int 1 \\
            virtual_ipaddress { \\
                10.${IF}.${VRID}.1/24 \\
            } \\
        }
        ~SEQ(IF,0,255) ~SEQ(VRID,1,254) $INSTANCE
        """);

    KeepalivedReader.Read read = read("keepalived.conf");

    assertThat(read.config().instances()).hasSize(65_024);
    assertThat(read.findings()).isEmpty();
  }

  private static String place(Finding finding) {
    return ":" + finding.at().line() + ":" + finding.at().column();
  }

  private static KeepalivedReader.Read corpus(String file) {
    return KeepalivedReader.read(Corpus.FILES.resolve(file), ReadOptions.PLAIN);
  }

  private static KeepalivedReader.Read library(String file) {
    return KeepalivedReader.read(Corpus.LIBRARY.resolve(file), ReadOptions.PLAIN);
  }

  private KeepalivedReader.Read read(String name) {
    return KeepalivedReader.read(folder.resolve(name), ReadOptions.PLAIN);
  }

  private static Instance only(KeepalivedReader.Read read) {
    assertThat(read.config().instances()).hasSize(1);
    return read.config().instances().getFirst();
  }

  private static List<String> addresses(KeepalivedReader.Read read) {
    return only(read).addresses().stream()
        .map(VirtualAddress::address)
        .map(IpAddress::toString)
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
