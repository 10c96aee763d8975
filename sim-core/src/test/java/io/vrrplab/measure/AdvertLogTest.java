package io.vrrplab.measure;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vrrplab.Requirement;
import io.vrrplab.World;
import io.vrrplab.measure.LogEntry.Kind;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import io.vrrplab.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvertLogTest {

  private final World world = World.of();
  private final AdvertLog log = new AdvertLog(world.lab);

  private void node(String name, String address, int virtualRouterId, int priority, int cs) {
    VirtualRouterConfig config =
        VirtualRouterConfig.ofDefaults(
                Profile.RFC9568,
                3,
                virtualRouterId,
                IpAddress.parse(address),
                List.of(IpAddress.parse("192.0.2.50")))
            .withPriority(priority)
            .withAdvertisementIntervalCs(cs);
    world.serve(world.host(name, address), config);
  }

  /** The stranger speaks for the first time at 0.3 s and its skew of 2/256 of 0.1 s, to m1. */
  @Test
  @Requirement({"VRRP-RX-FAIL-LOG", "VRRP-RX-FAIL-LOG-RATELIMIT"})
  void shouldNoteARefusalOnceASecondAndHowManyItLeftOut() {
    node("m1", "192.0.2.11", 41, 100, 100);
    node("m2", "192.0.2.12", 77, 254, 10);
    world.runUntil(3 * SECOND);

    String refusal =
        "advert from 192.0.2.12 for VRID 77 refused: is for a VRID that is not configured";
    assertThat(log.report())
        .allMatch(entry -> entry.kind() == Kind.NOTE && entry.subject().equals("m1"))
        .extracting(LogEntry::text)
        .containsExactly(
            refusal,
            refusal + " (9 more since the last note)",
            refusal + " (9 more since the last note)");
    assertThat(log.report().get(1).atNanos() - log.report().get(0).atNanos()).isEqualTo(SECOND);
  }

  @Test
  @Requirement({"VRRP-RX-V3-ADVINT-LOG", "VRRP-OPS-MULTI-OWNER-LOG"})
  void shouldNoteWhatItTakesAlthoughItIsOdd() {
    node("m1", "192.0.2.11", 41, 255, 100);
    node("m2", "192.0.2.12", 41, 255, 200);
    world.runUntil(SECOND / 2);

    assertThat(log.report())
        .extracting(LogEntry::subject, LogEntry::text)
        .contains(
            tuple(
                "m1",
                "advert for VRID 41 taken, but odd: announces another interval than configured"),
            tuple("m1", "advert for VRID 41 taken, but odd: came to the owner of the addresses"));
  }
}
