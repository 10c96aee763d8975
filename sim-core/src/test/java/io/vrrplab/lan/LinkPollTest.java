package io.vrrplab.lan;

import static io.vrrplab.World.MILLISECOND;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.measure.KeepalivedLog;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.vrrp.MacChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A daemon that looks at the link once a second (linkbeat_use_polling). Measured with keepalived
 * 2.2.7: twelve changes counted 0.06 to 0.96 s late, each on the second of the first look.
 */
class LinkPollTest {

  private static final long DOWN_200 = 3_218_750_000L;

  private final World world = World.of();
  private final VirtualRouter m1 = world.keepalived("m1", "192.0.2.11", 200);

  private VrrpDaemon daemon() {
    return Objects.requireNonNull(m1.machine().daemon());
  }

  @BeforeEach
  void poll() {
    m1.on().link().poll(daemon());
  }

  private World link(long downNanos, long upNanos) {
    return world
        .at(downNanos, new Fault.LinkDown("m1", "lan"))
        .at(upNanos, new Fault.LinkUp("m1", "lan"));
  }

  private List<String> changes() {
    return world.tape.changesOf("m1");
  }

  @Test
  void shouldNoticeAtTheNextLook() {
    link(10 * SECOND + 1, 12 * SECOND + 300 * MILLISECOND).runUntil(20 * SECOND);

    assertThat(changes())
        .containsExactly(
            "Backup at 0",
            "Master at " + DOWN_200,
            "Initialize at " + 11 * SECOND,
            "Backup at " + 13 * SECOND,
            "Master at " + (13 * SECOND + DOWN_200));
  }

  /** Measured: a link that was down for some milliseconds between two looks. */
  @Test
  void shouldNeverNoticeWhatIsBrief() {
    link(10 * SECOND + 1, 11 * SECOND - 1).runUntil(20 * SECOND);

    assertThat(changes()).hasSize(2);
  }

  @Test
  void shouldCountTheSecondsFromTheStartOfTheDaemon() {
    daemon().delayStartup(3 * SECOND, 0);
    world
        .at(5 * SECOND, new Fault.Kill("m1"))
        .at(6 * SECOND + 700 * MILLISECOND, new Fault.Start("m1"));

    link(20 * SECOND, 30 * SECOND).runUntil(31 * SECOND);

    assertThat(changes())
        .endsWith(
            "Initialize at " + (20 * SECOND + 700 * MILLISECOND),
            "Backup at " + (30 * SECOND + 700 * MILLISECOND));
  }

  /** Measured with delays of 1.5 s: they are for what the kernel tells. */
  @Test
  void shouldNotWaitOutWhatItSees() {
    m1.on().link().waitOut(daemon(), 1500 * MILLISECOND, 1500 * MILLISECOND);

    link(10 * SECOND + 1, 13 * SECOND + 1).runUntil(14 * SECOND);

    assertThat(changes()).endsWith("Initialize at " + 11 * SECOND, "Backup at " + 14 * SECOND);
  }

  /** Measured: the kernel tells of vrrp.41 at once, and eth0 has to be seen up, too. */
  @Test
  void shouldHearOfTheLossWithAVirtualMac() {
    daemon()
        .reconfigure(
            m1,
            m1.config()
                .withProfile(
                    m1.config()
                        .profile()
                        .withAnnouncements(
                            m1.config()
                                .profile()
                                .announcements()
                                .withAnnouncedMac(MacChoice.VIRTUAL))));

    link(10 * SECOND + 1, 13 * SECOND + 1)
        .at(20 * SECOND + 1, new Fault.LinkDown("m1", "lan"))
        .at(20 * SECOND + 2, new Fault.LinkUp("m1", "lan"))
        .runUntil(21 * SECOND);

    assertThat(changes())
        .endsWith(
            "Initialize at " + (10 * SECOND + 1),
            "Backup at " + 14 * SECOND,
            "Master at " + (14 * SECOND + DOWN_200),
            "Initialize at " + (20 * SECOND + 1),
            "Backup at " + (20 * SECOND + 2));
  }

  @Test
  void shouldCountForWhatIsTrackedToo() {
    daemon().track(m1, new Track(new Tracked.Link("lan"), -150, false));
    world.at(10 * SECOND + 1, new Fault.LinkDown("m1", "lan"));

    world.runUntil(11 * SECOND - 1);
    int before = m1.config().priority();
    world.runUntil(12 * SECOND);

    assertThat(List.of(before, m1.config().priority())).containsExactly(200, 50);
  }

  @Test
  void shouldLogItInKeepalivedsWords() {
    KeepalivedLog log = new KeepalivedLog(world.lab, new LinkedHashMap<>());

    link(10 * SECOND + 1, 12 * SECOND + 1).runUntil(13 * SECOND);

    assertThat(log.report().stream().map(KeepalivedLog.Line::text))
        .endsWith(
            "Linkbeat reports lan down",
            "(VI_41) Entering FAULT STATE",
            "(VI_41) sent 0 priority",
            "Linkbeat reports lan up",
            "(VI_41) Entering BACKUP STATE");
  }
}
