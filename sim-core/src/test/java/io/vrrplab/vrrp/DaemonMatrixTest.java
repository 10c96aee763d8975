package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.StateEventMatrixTest.verify;

import io.vrrplab.vrrp.AnnouncementRules.ArpTarget;
import io.vrrplab.vrrp.AnnouncementRules.Burst;
import io.vrrplab.vrrp.AnnouncementRules.RouterFlag;
import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import io.vrrplab.vrrp.ElectionRules.LosingAdvert;
import io.vrrplab.vrrp.ElectionRules.OwnerStartup;
import io.vrrplab.vrrp.ElectionRules.PartingAdvert;
import io.vrrplab.vrrp.TimerRules.LearnedSkew;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state machine as keepalived and FRR have it, where they depart from the RFCs. */
class DaemonMatrixTest {

  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup               | Backup 100 | MDT := 3.609375
          Backup 100 | MDT                   | Master     | send 100; announce 2x5; \
          SECOND_BURST after 5; AT := 1
          Backup 100 | advert 0              | Backup 100 | MDT := 0.609375
          Backup 100 | advert 99             | Backup 100 | -
          Backup 100 | rejected              | Backup 100 | -
          Master     | announce SECOND_BURST | Master     | announce 2x5
          Master     | announce SECOND_REASSERTION | Master | announce 2x5
          Master     | announce REFRESH      | Master     | -
          Master     | Shutdown              | Initialize | cancel AT; send 0; \
          cancel announcements
          Master     | Fault                 | Initialize | cancel AT; send 0; send 0; \
          cancel announcements
          Master     | advert 0              | Master     | send 100; AT := 1
          Master     | advert 99             | Master     | send 100; announce 2x5; \
          SECOND_REASSERTION after 5; AT := 1
          Master     | advert 100 lower      | Master     | send 100; announce 2x5; \
          SECOND_REASSERTION after 5; AT := 1
          Master     | advert 101            | Backup 100 | cancel AT; cancel announcements; \
          MDT := 3.609375
          Master     | rejected              | Master     | AT := 1
          Master     | rejected elsewhere    | Master     | -
          """)
  void shouldBehaveAsKeepalivedInVersion2(String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.KEEPALIVED, 2), state, event, next, actions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backup 10 | advert 101 higher 10 | Backup 10 | MDT := 0.360937
          Backup 10 | advert 101 higher 1  | Backup 1  | MDT := 0.036093
          Backup 10 | advert 0             | Backup 10 | MDT := 0.060937
          Backup 10 | advert 101 higher 0  | Backup 0  | MDT := 0
          """)
  void shouldCountMicrosecondsAsKeepalivedDoesInVersion3(
      String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.KEEPALIVED), state, event, next, actions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup | Backup 100 | MDT := 0.000001
          Backup 100 | MDT     | Master     | send 255; announce 2x5; SECOND_BURST after 5; AT := 1
          """)
  void shouldStartAKeepalivedOwnerByWayOfABriefBackup(
      String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.KEEPALIVED).withPriority(255), state, event, next, actions);
  }

  /**
   * vrrp_garp_master_delay 2, _repeat 3, _refresh 3, _refresh_repeat 2, and strict mode's zeroes.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backup 100 | MDT                   | Master | send 100; announce 2x3; \
          SECOND_BURST after 2; REFRESH after 3; AT := 1
          Master     | announce SECOND_BURST | Master | announce 2x3
          Master     | announce REFRESH      | Master | announce 2x2; REFRESH after 3
          Master     | announce SECOND_REASSERTION | Master | -
          Master     | advert 99             | Master | send 100; AT := 1
          """)
  void shouldAnnounceOnKeepalivedsConfiguredSchedule(
      String state, String event, String next, String actions) {
    AnnouncementRules schedule =
        new AnnouncementRules(
            new Burst(3, 2 * SECOND),
            Burst.NONE,
            3 * SECOND,
            2,
            ArpTarget.BROADCAST,
            MacChoice.INTERFACE,
            RouterFlag.IF_FORWARDING,
            0);
    Profile profile = Profile.KEEPALIVED.withAnnouncements(schedule);

    verify(Samples.ipv4(profile), state, event, next, actions);
  }

  /** vrrp_lower_prio_no_advert, vrrp_higher_prio_send_advert. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Master | advert 99  | Master     | -
          Master | rejected   | Master     | -
          Master | advert 101 | Backup 100 | send 100; cancel AT; cancel announcements; \
          MDT := 3.609375
          """)
  void shouldObeyKeepalivedsElectionSettings(
      String state, String event, String next, String actions) {
    ElectionRules settings =
        new ElectionRules(
            OwnerStartup.BACKUP_FOR_A_MICROSECOND,
            LosingAdvert.SILENT,
            AdvertTimer.KEPT,
            AdvertTimer.KEPT,
            PartingAdvert.SENT);

    verify(Samples.ipv4(Profile.KEEPALIVED.withElection(settings)), state, event, next, actions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup              | Backup 100 | MDT := 3.6
          Backup 100 | MDT                  | Master     | send 100; announce 2x1; AT := 1
          Backup 100 | advert 0             | Backup 100 | MDT := 0.6
          Backup 100 | advert 101 higher 1  | Backup 1   | MDT := 0.03
          Master     | advert 0             | Master     | send 100; AT := 1
          Master     | advert 99            | Master     | -
          Master     | rejected             | Master     | -
          Master     | Shutdown             | Initialize | cancel AT; send 0
          """)
  void shouldBehaveAsFrr(String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.FRR), state, event, next, actions);
  }

  /** RFC 5798 6.4.2 read to the letter: only 455 is done, the skew stays what it was. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize          | Startup              | Backup 100          | MDT := 3.609375
          Backup 100          | advert 101 lower 300 | Backup 300 skew 100 | MDT := 9.609375
          Backup 300 skew 100 | advert 101 lower 300 | Backup 300 skew 100 | MDT := 9.609375
          Backup 300 skew 100 | advert 101 lower 10  | Backup 10 skew 100  | MDT := 0.909375
          Backup 300 skew 100 | advert 0             | Backup 300 skew 100 | MDT := 0.609375
          Backup 100 skew 300 | advert 0             | Backup 100 skew 300 | MDT := 1.828125
          Backup 300 skew 100 | advert 99            | Backup 300 skew 100 | -
          Master              | advert 101 lower 300 | Backup 300          | cancel AT; \
          MDT := 10.828125
          """)
  void shouldKeepAStaleSkewWhereAProfileSaysSo(
      String state, String event, String next, String actions) {
    TimerRules literal = new TimerRules(TimerRounding.NANOSECOND, 3, LearnedSkew.STALE);

    verify(Samples.ipv4(Profile.RFC5798.withTimers(literal)), state, event, next, actions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup    | Backup 100 | MDT := 5.609375
          Backup 100 | advert 101 | Backup 100 | MDT := 5.609375
          Backup 100 | advert 0   | Backup 100 | MDT := 0.609375
          """)
  void shouldBearAsManyLostAdvertsAsConfigured(
      String state, String event, String next, String actions) {
    TimerRules five = new TimerRules(TimerRounding.MICROSECOND, 5, LearnedSkew.RECOMPUTED);

    verify(Samples.ipv4(Profile.KEEPALIVED.withTimers(five)), state, event, next, actions);
  }

  /** One announcement now, and whatever may come later is cancelled with the mastership. */
  @ParameterizedTest
  @CsvSource({"1, 0", "0, 1"})
  void shouldCancelWhateverAnnouncementsMayBePending(int reassertions, int refreshSeconds) {
    AnnouncementRules schedule =
        new AnnouncementRules(
            Burst.ONCE,
            new Burst(reassertions, reassertions * SECOND),
            refreshSeconds * SECOND,
            1,
            ArpTarget.BROADCAST,
            MacChoice.VIRTUAL,
            RouterFlag.SET,
            0);

    verify(
        Samples.ipv4(Profile.FRR.withAnnouncements(schedule)),
        "Master",
        "Shutdown",
        "Initialize",
        "cancel AT; send 0; cancel announcements");
  }
}
