package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The state machines of RFC 3768 6.4, RFC 5798 6.4 and RFC 9568 6.4, cell by cell: the next state
 * and the exact list of actions in the order of the text. The router has priority 100 unless a row
 * says otherwise; the Master that it may follow advertises every 3 s.
 */
class StateEventMatrixTest {

  @ParameterizedTest
  @Requirement({
    "VRRP-SM-INIT-QUIET",
    "VRRP-SM-INIT-NONOWNER-TIMER",
    "VRRP-SM-INIT-NONOWNER-TO-BACKUP",
    "VRRP-SM-BKP-SHUTDOWN-CANCEL",
    "VRRP-SM-BKP-SHUTDOWN-TO-INIT",
    "VRRP-SM-BKP-EXPIRE-ADVERT",
    "VRRP-SM-BKP-EXPIRE-GARP",
    "VRRP-SM-BKP-EXPIRE-ADVER-TIMER",
    "VRRP-SM-BKP-EXPIRE-TO-MASTER",
    "VRRP-SM-BKP-EXPIRE-ORDER",
    "VRRP-SM-BKP-PRIO0-SKEW",
    "VRRP-SM-BKP-HIGHER-RESET",
    "VRRP-SM-BKP-EQUAL-RESET",
    "VRRP-SM-BKP-EQUAL-NO-TIEBREAK",
    "VRRP-SM-BKP-LOWER-DISCARD",
    "VRRP-SM-BKP-LOWER-NO-TIMER",
    "VRRP-SM-MST-SHUTDOWN-CANCEL",
    "VRRP-SM-MST-SHUTDOWN-PRIO0",
    "VRRP-SM-MST-SHUTDOWN-TO-INIT",
    "VRRP-SM-MST-ADVER-SEND",
    "VRRP-SM-MST-ADVER-RESET",
    "VRRP-SM-MST-PRIO0-ADVERT",
    "VRRP-SM-MST-PRIO0-RESET",
    "VRRP-SM-MST-PRIO0-STAYS",
    "VRRP-SM-MST-HIGHER-CANCEL",
    "VRRP-SM-MST-HIGHER-TIMER",
    "VRRP-SM-MST-HIGHER-TO-BACKUP",
    "VRRP-SM-MST-EQUAL-GREATER-ADDR",
    "VRRP-SM-MST-LOWER-DISCARD",
    "VRRP-SM-MST-EQUAL-SMALLER-ADDR",
    "VRRP-SM-MST-LOWER-SILENT",
    "VRRP-RX-FAIL-NO-EFFECT"
  })
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup              | Backup 100 | MDT := 3.609375
          Initialize | Shutdown             | Initialize | -
          Initialize | Fault                | Initialize | -
          Initialize | MDT                  | Initialize | -
          Initialize | AT                   | Initialize | -
          Initialize | announce REFRESH     | Initialize | -
          Initialize | advert 255           | Initialize | -
          Initialize | rejected             | Initialize | -
          Backup 100 | Startup              | Backup 100 | -
          Backup 100 | Shutdown             | Initialize | cancel MDT
          Backup 100 | Fault                | Initialize | cancel MDT
          Backup 100 | MDT                  | Master     | send 100; announce 2x1; AT := 1
          Backup 100 | AT                   | Backup 100 | -
          Backup 100 | announce REFRESH     | Backup 100 | -
          Backup 100 | advert 0             | Backup 100 | MDT := 0.609375
          Backup 100 | advert 255           | Backup 100 | MDT := 3.609375
          Backup 100 | advert 101 lower     | Backup 100 | MDT := 3.609375
          Backup 100 | advert 100 higher    | Backup 100 | MDT := 3.609375
          Backup 100 | advert 100 lower     | Backup 100 | MDT := 3.609375
          Backup 100 | advert 99            | Backup 100 | -
          Backup 100 | advert 1             | Backup 100 | -
          Backup 100 | rejected             | Backup 100 | -
          Master     | Startup              | Master     | -
          Master     | Shutdown             | Initialize | cancel AT; send 0
          Master     | Fault                | Initialize | cancel AT; send 0
          Master     | MDT                  | Master     | -
          Master     | AT                   | Master     | send 100; AT := 1
          Master     | advert 0             | Master     | send 100; AT := 1
          Master     | advert 0 lower       | Master     | send 100; AT := 1
          Master     | advert 255           | Backup 100 | cancel AT; MDT := 3.609375
          Master     | advert 101 lower     | Backup 100 | cancel AT; MDT := 3.609375
          Master     | advert 100 higher    | Backup 100 | cancel AT; MDT := 3.609375
          Master     | advert 100 same      | Master     | -
          Master     | advert 100 lower     | Master     | -
          Master     | advert 99 higher     | Master     | -
          Master     | rejected             | Master     | -
          """)
  void shouldFollowRfc3768(String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.RFC3768), state, event, next, actions);
  }

  @ParameterizedTest
  @Requirement({
    "VRRP-SM-INIT-NONOWNER-MAI",
    "VRRP-SM-BKP-LEARN-INTERVAL",
    "VRRP-SM-BKP-RECOMPUTE-MDI",
    "VRRP-SM-BKP-LOWER-NO-TIMER",
    "VRRP-SM-MST-HIGHER-LEARN",
    "VRRP-SM-MST-HIGHER-RECOMPUTE",
    "VRRP-SM-MST-LOWER-SILENT",
    "VRRP-SM-BKP-PRIO0-SKEW"
  })
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup               | Backup 100 | MDT := 3.609375
          Initialize | advert 255            | Initialize | -
          Backup 300 | Shutdown              | Initialize | cancel MDT
          Backup 300 | MDT                   | Master     | send 100; announce 2x1; AT := 1
          Backup 300 | advert 0 higher 50    | Backup 300 | MDT := 1.828125
          Backup 100 | advert 101 lower 300  | Backup 300 | MDT := 10.828125
          Backup 300 | advert 101 lower 300  | Backup 300 | MDT := 10.828125
          Backup 300 | advert 100 lower 10   | Backup 10  | MDT := 0.3609375
          Backup 300 | advert 100 higher 10  | Backup 10  | MDT := 0.3609375
          Backup 300 | advert 255 higher 0   | Backup 0   | MDT := 0
          Backup 300 | advert 99 higher 10   | Backup 300 | -
          Backup 300 | rejected              | Backup 300 | -
          Master     | Shutdown              | Initialize | cancel AT; send 0
          Master     | AT                    | Master     | send 100; AT := 1
          Master     | advert 0 higher 50    | Master     | send 100; AT := 1
          Master     | advert 101 lower 300  | Backup 300 | cancel AT; MDT := 10.828125
          Master     | advert 100 higher 10  | Backup 10  | cancel AT; MDT := 0.3609375
          Master     | advert 100 same 10    | Master     | -
          Master     | advert 100 lower 10   | Master     | -
          Master     | advert 99 higher 10   | Master     | -
          Master     | rejected              | Master     | -
          """)
  void shouldFollowRfc5798OverIpv4(String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.RFC5798), state, event, next, actions);
  }

  @ParameterizedTest
  @Requirement({"VRRP-SM-BKP-EXPIRE-JOIN", "VRRP-SM-BKP-EXPIRE-NA", "VRRP-SM-MST-SHUTDOWN-PRIO0"})
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup               | Backup 100 | MDT := 3.609375
          Backup 300 | Shutdown              | Initialize | cancel MDT
          Backup 300 | MDT                   | Master     | send 100; join 2; announce 2x1; AT := 1
          Backup 300 | advert 0              | Backup 300 | MDT := 1.828125
          Backup 300 | advert 100 lower 10   | Backup 10  | MDT := 0.3609375
          Backup 300 | advert 99 higher 10   | Backup 300 | -
          Master     | Shutdown              | Initialize | cancel AT; send 0; leave 2
          Master     | AT                    | Master     | send 100; AT := 1
          Master     | advert 0              | Master     | send 100; AT := 1
          Master     | advert 101 lower 300  | Backup 300 | cancel AT; MDT := 10.828125; leave 2
          Master     | advert 100 higher 10  | Backup 10  | cancel AT; MDT := 0.3609375; leave 2
          Master     | advert 100 same 10    | Master     | -
          Master     | advert 99 higher 10   | Master     | -
          """)
  void shouldFollowRfc5798OverIpv6(String state, String event, String next, String actions) {
    verify(Samples.ipv6(Profile.RFC5798), state, event, next, actions);
  }

  /** Between RFC 5798 and RFC 9568 a Master's answer to a losing advert is the one difference. */
  @ParameterizedTest
  @Requirement({
    "VRRP-SM-INIT-NONOWNER-MAI",
    "VRRP-SM-BKP-LEARN-INTERVAL",
    "VRRP-SM-BKP-RECOMPUTE-SKEW",
    "VRRP-SM-BKP-RECOMPUTE-MDI",
    "VRRP-SM-MST-HIGHER-LEARN",
    "VRRP-SM-MST-HIGHER-RECOMPUTE",
    "VRRP-SM-MST-LOWER-ASSERT",
    "VRRP-SM-BKP-PRIO0-SKEW",
    "VRRP-RX-FAIL-NO-EFFECT"
  })
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup               | Backup 100 | MDT := 3.609375
          Initialize | advert 255            | Initialize | -
          Backup 300 | Shutdown              | Initialize | cancel MDT
          Backup 300 | MDT                   | Master     | send 100; announce 2x1; AT := 1
          Backup 300 | advert 0 higher 50    | Backup 300 | MDT := 1.828125
          Backup 100 | advert 101 lower 300  | Backup 300 | MDT := 10.828125
          Backup 300 | advert 100 lower 10   | Backup 10  | MDT := 0.3609375
          Backup 300 | advert 99 higher 10   | Backup 300 | -
          Backup 300 | rejected              | Backup 300 | -
          Master     | Shutdown              | Initialize | cancel AT; send 0
          Master     | Fault                 | Initialize | cancel AT; send 0
          Master     | AT                    | Master     | send 100; AT := 1
          Master     | advert 0 higher 50    | Master     | send 100; AT := 1
          Master     | advert 101 lower 300  | Backup 300 | cancel AT; MDT := 10.828125
          Master     | advert 100 higher 10  | Backup 10  | cancel AT; MDT := 0.3609375
          Master     | advert 100 same 10    | Master     | send 100
          Master     | advert 100 lower 10   | Master     | send 100
          Master     | advert 99 higher 10   | Master     | send 100
          Master     | rejected              | Master     | -
          """)
  void shouldFollowRfc9568OverIpv4(String state, String event, String next, String actions) {
    verify(Samples.ipv4(Profile.RFC9568), state, event, next, actions);
  }

  @ParameterizedTest
  @Requirement({"VRRP-SM-BKP-EXPIRE-JOIN", "VRRP-SM-BKP-EXPIRE-NA", "VRRP-SM-MST-LOWER-ASSERT"})
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup               | Backup 100 | MDT := 3.609375
          Backup 300 | Shutdown              | Initialize | cancel MDT
          Backup 300 | MDT                   | Master     | send 100; join 2; announce 2x1; AT := 1
          Backup 300 | advert 0              | Backup 300 | MDT := 1.828125
          Backup 100 | advert 101 lower 300  | Backup 300 | MDT := 10.828125
          Backup 300 | advert 100 lower 10   | Backup 10  | MDT := 0.3609375
          Backup 300 | advert 99 higher 10   | Backup 300 | -
          Backup 300 | rejected              | Backup 300 | -
          Master     | Shutdown              | Initialize | cancel AT; send 0; leave 2
          Master     | AT                    | Master     | send 100; AT := 1
          Master     | advert 0              | Master     | send 100; AT := 1
          Master     | advert 101 lower 300  | Backup 300 | cancel AT; MDT := 10.828125; leave 2
          Master     | advert 100 higher 10  | Backup 10  | cancel AT; MDT := 0.3609375; leave 2
          Master     | advert 100 same 10    | Master     | send 100
          Master     | advert 100 lower 10   | Master     | send 100
          Master     | advert 99 higher 10   | Master     | send 100
          Master     | rejected              | Master     | -
          """)
  void shouldFollowRfc9568OverIpv6(String state, String event, String next, String actions) {
    verify(Samples.ipv6(Profile.RFC9568), state, event, next, actions);
  }

  @ParameterizedTest
  @Requirement({
    "VRRP-SM-BKP-NOPREEMPT-RESET",
    "VRRP-SM-MST-PREEMPT-IGNORED",
    "VRRP-SM-PREEMPT-PROHIBITED"
  })
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rfc3768 | Backup 100 | advert 1           | Backup 100 | MDT := 3.609375
          rfc9568 | Backup 100 | advert 1 lower 300 | Backup 300 | MDT := 10.828125
          rfc9568 | Backup 100 | advert 0           | Backup 100 | MDT := 0.609375
          rfc9568 | Master     | advert 101         | Backup 100 | cancel AT; MDT := 3.609375
          rfc9568 | Master     | advert 99          | Master     | send 100
          """)
  void shouldReadPreemptModeInBackupOnly(
      String profile, String state, String event, String next, String actions) {
    VirtualRouterConfig patient = Samples.ipv4(Profile.named(profile)).withPreempt(false);

    verify(patient, state, event, next, actions);
  }

  static void verify(
      VirtualRouterConfig config, String state, String event, String next, String actions) {
    VrrpStateMachine machine = new VrrpStateMachine(config);

    Transition transition = machine.step(Shorthand.state(state), Shorthand.event(event, config));

    assertThat(Shorthand.of(transition.actions())).isEqualTo(actions);
    assertThat(Shorthand.of(transition.next())).isEqualTo(next);
  }
}
