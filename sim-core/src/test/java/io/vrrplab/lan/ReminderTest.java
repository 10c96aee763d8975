package io.vrrplab.lan;

import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.vrrp.MacChoice;
import io.vrrplab.vrrp.Profile;
import io.vrrplab.vrrp.VirtualRouterConfig;
import org.junit.jupiter.api.Test;

/** keepalived's {@code garp_extra_if}: switches are shown a MAC from which no advert comes. */
class ReminderTest {

  private static final long TAKEOVER = 3_218_750_000L;

  private final World world = World.of();

  private void node(MacChoice adverts) {
    world.keepalived("m1", "192.0.2.11", 200, config -> reminding(config, adverts));
  }

  private static VirtualRouterConfig reminding(VirtualRouterConfig config, MacChoice adverts) {
    Profile profile = config.profile();
    return config
        .withProfile(
            profile
                .withSending(profile.sending().withAdvertSource(adverts))
                .withAnnouncements(profile.announcements().withAnnouncedMac(MacChoice.VIRTUAL)))
        .withOptions(config.options().withReminderNanos(20 * SECOND));
  }

  @Test
  void shouldAnnounceAgainAndAgainWhereAdvertsHideTheMac() {
    node(MacChoice.INTERFACE);
    world.runUntil(70 * SECOND);

    assertThat(world.tape.announced("m1", 10 * SECOND, 70 * SECOND)).isEqualTo(3);
    assertThat(world.tape.announced("m1", TAKEOVER + 20 * SECOND, TAKEOVER + 20 * SECOND + 1))
        .isEqualTo(1);
  }

  @Test
  void shouldLeaveItToAdvertsThatShowTheMac() {
    node(MacChoice.VIRTUAL);
    world.runUntil(70 * SECOND);

    assertThat(world.tape.announced("m1", 10 * SECOND, 70 * SECOND)).isZero();
  }

  @Test
  void shouldRemindNobodyOnceItIsMasterNoMore() {
    node(MacChoice.INTERFACE);
    world.at(30 * SECOND, new Fault.Stop("m1")).runUntil(70 * SECOND);

    assertThat(world.tape.announced("m1", 30 * SECOND, 70 * SECOND)).isZero();
  }
}
