package io.vrrplab.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.keepalived.advice.Advisor;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.read.KeepalivedReader;
import io.vrrplab.keepalived.syntax.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would take for ever, were each part of them held against each other one. */
class LargeFilesTest {

  /** 254 VRIDs on 256 interfaces, all Master together. */
  private static final String ONE_GROUP =
      """
      $INSTANCE= \\
      vrrp_instance VI_${IF}_${VRID} { \\
          interface vlan${IF} \\
          virtual_router_id ${VRID} \\
          priority 100 \\
          virtual_ipaddress { \\
              10.${IF}.${VRID}.1/24 \\
          } \\
      }
      ~SEQ(IF,0,255) ~SEQ(VRID,1,254) $INSTANCE
      vrrp_sync_group ALL {
          group {
              ~SEQ(IF,0,255) ~SEQ(VRID,1,LAST) VI_${IF}_${VRID}
          }
      }
      """;

  @TempDir private Path folder;

  @Test
  void shouldCompareTheGroupsOfLargeFiles() throws IOException {
    KeepalivedConfig all = config("a.conf", ONE_GROUP.replace("LAST", "254"));
    KeepalivedConfig fewer = config("c.conf", ONE_GROUP.replace("LAST", "253"));

    assertThat(all.groups().all().getFirst().members()).hasSize(65_024);
    assertThat(rules(Advisor.advise(List.of(all, all)))).doesNotContain(Rule.GROUP_DIFFERS);
    assertThat(rules(Advisor.advise(List.of(all, fewer)))).contains(Rule.GROUP_DIFFERS);
  }

  /** Instances of one VRID and address, on as many networks. */
  @Test
  void shouldPairInstancesOfOneVridAndAddress() throws IOException {
    String text =
        """
        $INSTANCE= \\
        vrrp_instance VI_${IF} { \\
            interface vrf${IF} \\
            virtual_router_id 51 \\
            priority ${PRIORITY} \\
            virtual_ipaddress { \\
                192.0.2.1/24 \\
            } \\
        }
        ~SEQ(IF,1,20000) $INSTANCE
        """;
    KeepalivedConfig a = config("a.conf", "$PRIORITY=100\n" + text);
    KeepalivedConfig b = config("b.conf", "$PRIORITY=100\n" + text);

    List<Finding> findings = Advisor.advise(List.of(a, b));

    assertThat(rules(findings)).contains(Rule.PRIORITY_TIE).doesNotContain(Rule.VRID_REUSED);
  }

  @Test
  void shouldEndWhereAFileIncludesItselfMoreThanOnce() throws IOException {
    write("circle.conf", "include circle.conf\n".repeat(3));

    assertThat(rules(read("circle.conf").findings())).containsOnly(Rule.INCLUDE_LOOP);
  }

  @Test
  void shouldEndWhereVariablesHoldEachOtherTwice() throws IOException {
    StringBuilder text = new StringBuilder("$V0=\\\nrouter_id a\\\n\n");
    for (int i = 1; i <= 40; i++) {
      text.append("$V%d=\\\n$V%d\\\n$V%d\n".formatted(i, i - 1, i - 1));
    }
    write("doubling.conf", text + "global_defs {\n$V40\n}\n");

    assertThat(rules(read("doubling.conf").findings())).contains(Rule.TOO_LARGE);
  }

  private static List<Rule> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).distinct().toList();
  }

  private KeepalivedConfig config(String name, String text) throws IOException {
    write(name, text);
    return read(name).config();
  }

  private KeepalivedReader.Read read(String name) {
    return KeepalivedReader.read(folder.resolve(name), ReadOptions.PLAIN);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
