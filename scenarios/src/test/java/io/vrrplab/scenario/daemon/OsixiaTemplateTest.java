package io.vrrplab.scenario.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** What the image osixia/keepalived makes of its environment. */
class OsixiaTemplateTest {

  private final SequencedMap<String, List<String>> environment = new LinkedHashMap<>();

  @Test
  void shouldWriteWhatTheEnvironmentSays() {
    environment.put(
        "KEEPALIVED_UNICAST_PEERS",
        OsixiaTemplate.values("#PYTHON2BASH:['192.168.4.1', '192.168.4.2']"));
    environment.put("KEEPALIVED_VIRTUAL_IPS", OsixiaTemplate.values("192.168.4.3"));
    environment.put("KEEPALIVED_PRIORITY", OsixiaTemplate.values("200"));
    environment.put("KEEPALIVED_NOTIFY", OsixiaTemplate.values(""));

    assertThat(OsixiaTemplate.configuration(environment))
        .isEqualTo(
            """
            global_defs {
              default_interface eth0
            }

            vrrp_instance VI_1 {
              interface eth0
              state BACKUP
              virtual_router_id 51
              priority 200
              nopreempt

              unicast_peer {
                192.168.4.1
                192.168.4.2
              }

              virtual_ipaddress {
                192.168.4.3
              }

              authentication {
                auth_type PASS
                auth_pass d0cker
              }
            }
            """);
  }

  @Test
  void shouldFallBackOnTheDefaultsOfTheImage() {
    assertThat(OsixiaTemplate.configuration(environment))
        .contains(
            "priority 150\n",
            "    192.168.1.10\n    192.168.1.11\n",
            "    192.168.1.231\n    192.168.1.232\n",
            "  notify \"/container/service/keepalived/assets/notify.sh\"\n");
  }

  @Test
  void shouldReadBothKindsOfQuotesAndPlainValues() {
    assertThat(OsixiaTemplate.values("#PYTHON2BASH:[\"a\", 'b']")).containsExactly("a", "b");
    assertThat(OsixiaTemplate.values("#PYTHON2BASH:[]")).isEmpty();
    assertThat(OsixiaTemplate.values("192.168.4.3 dev eth0"))
        .containsExactly("192.168.4.3 dev eth0");
  }
}
