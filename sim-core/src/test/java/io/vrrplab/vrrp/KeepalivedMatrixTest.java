package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.StateEventMatrixTest.verify;

import io.vrrplab.vrrp.ElectionRules.AdvertTimer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keepalived's state machine has beyond that of the RFCs, by setting and by version. */
class KeepalivedMatrixTest {

  private static final long SECOND = 1_000_000_000L;

  /** preempt_delay 3: a lower Master is obeyed until it is over, whether or not it spoke before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backup 100          | advert 99  | Backup 100 delaying | MDT := 3.609375; delay := 3
          Backup 100 delaying | advert 99  | Backup 100 delaying | MDT := 3.609375
          Backup 100 delaying | delay-over | Backup 100 delayed  | -
          Backup 100 delayed  | advert 99  | Backup 100 delayed  | -
          Backup 100 delaying | advert 101 | Backup 100          | MDT := 3.609375; cancel delay
          Backup 100 delaying | advert 100 | Backup 100          | MDT := 3.609375; cancel delay
          Backup 100 delayed  | advert 101 | Backup 100          | MDT := 3.609375
          Backup 100 delaying | advert 0   | Backup 100 delaying | MDT := 0.609375
          Backup 100 delaying | MDT        | Master     | cancel delay; send 100; announce 2x5; \
          SECOND_BURST after 5; AT := 1
          Backup 100 delaying | Shutdown   | Initialize | cancel MDT; cancel delay
          Backup 100          | delay-over | Backup 100 | -
          Master              | delay-over | Master     | -
          """)
  void shouldObeyALowerMasterForThePreemptDelay(
      String state, String event, String next, String actions) {
    VirtualRouterConfig config = Samples.ipv4(Profile.KEEPALIVED, 2);
    VirtualRouterOptions delay = config.options().withPreemptDelayNanos(3 * SECOND);

    verify(config.withOptions(delay), state, event, next, actions);
  }

  /** To 2.3.2 an owner that hears another one is none any more; later the addresses decide. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keepalived     | advert 255 lower  | Backup 100 | lower to 254; cancel AT; \
          cancel announcements; MDT := 3.007812
          keepalived     | advert 0          | Master     | send 255; AT := 1
          keepalived-2.4 | advert 255 lower  | Master     | send 255; announce 2x5; \
          SECOND_REASSERTION after 5; AT := 1
          keepalived-2.4 | advert 255 higher | Backup 100 | cancel AT; cancel announcements; \
          MDT := 3.003906
          """)
  void shouldSettleTwoOwnersByVersion(String profile, String event, String next, String actions) {
    verify(
        Samples.ipv4(Profile.named(profile), 2).withPriority(255), "Master", event, next, actions);
  }

  /** Before 2.0.20 no packet restarted the Master's advert timer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Master | rejected  | Master | -
          Master | advert 99 | Master | send 100; announce 2x5; SECOND_REASSERTION after 5
          """)
  void shouldKeepItsCadenceInKeepalived13(String state, String event, String next, String actions) {
    verify(
        Samples.ipv4(Profile.keepalived(KeepalivedVersion.V1_3), 2), state, event, next, actions);
  }

  /** lower_prio_no_advert silences the advert, and leaves the announcements. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Master | advert 99 | Master | announce 2x5; SECOND_REASSERTION after 5
          Master | rejected  | Master | -
          Master | advert 0  | Master | send 100; AT := 1
          """)
  void shouldAnnounceWithoutAnAdvertWhereToldSo(
      String state, String event, String next, String actions) {
    ElectionRules quiet =
        Profile.KEEPALIVED
            .election()
            .withLosingAdvert(ElectionRules.LosingAdvert.ANNOUNCE, AdvertTimer.KEPT)
            .withTimerAfterRejected(AdvertTimer.KEPT);

    verify(Samples.ipv4(Profile.KEEPALIVED.withElection(quiet)), state, event, next, actions);
  }

  /** Sync groups, another priority and another configuration; no RFC has any of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Master     | group-fault      | Initialize | cancel AT; send 0; cancel announcements
          Backup 100 | group-fault      | Initialize | cancel MDT
          Master     | group-yielded    | Backup 100 | cancel AT; cancel announcements; \
          MDT := 3.609375
          Backup 100 | group-yielded    | Backup 100 | -
          Master     | group-reasserted | Master     | announce 2x5; SECOND_REASSERTION after 5
          Backup 100 | group-reasserted | Backup 100 | -
          Master     | address-removed  | Backup 100 | cancel AT; send 0; cancel announcements; \
          MDT := 0.609375
          Backup 100 | address-removed  | Backup 100 | -
          Initialize | address-removed  | Initialize | -
          Master     | reloading        | Master     | send 100
          Backup 100 | reloading        | Backup 100 | -
          Master     | was 120          | Master     | -
          Master     | was 120 reloaded | Master     | send 100; AT := 1
          Backup 100 | was 120          | Backup 100 | MDT += 0.078125
          Backup 100 | was 90           | Backup 100 | MDT += -0.039062
          Backup 300 | was 100 reloaded | Backup 300 | -
          """)
  void shouldTakeInWhatComesFromBeyondTheProtocol(
      String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.KEEPALIVED, 2), state, event, next, actions);
  }
}
