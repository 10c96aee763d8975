package io.vrrplab.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The state machines of RFC 3768 6.4, RFC 5798 6.4 and RFC 9568 6.4, cell by cell: the next state
 * and the exact list of actions in the order of the text. The router has priority 100 unless a row
 * says otherwise; the Master that it may follow advertises every 3 s.
 */
class StateEventMatrixTest {

  @ParameterizedTest
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
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Backup 300 | MDT                   | Master     | send 100; join 2; announce 2x1; AT := 1
          Master     | Shutdown              | Initialize | cancel AT; send 0; leave 2
          Master     | advert 100 higher 10  | Backup 10  | cancel AT; MDT := 0.3609375; leave 2
          Master     | advert 100 lower 10   | Master     | send 100
          """)
  void shouldFollowRfc9568OverIpv6(String state, String event, String next, String actions) {
    verify(Samples.ipv6(Profile.RFC9568), state, event, next, actions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rfc3768 | Initialize | Startup            | Master     | send 255; announce 2x1; AT := 1
          rfc5798 | Initialize | Startup            | Master     | send 255; announce 2x1; AT := 1
          rfc9568 | Initialize | Startup            | Master     | send 255; announce 2x1; AT := 1
          rfc9568 | Backup 100 | advert 254         | Backup 100 | -
          rfc9568 | Backup 100 | advert 255 lower   | Backup 100 | MDT := 3.00390625
          rfc9568 | Master     | advert 254 higher  | Master     | send 255
          rfc9568 | Master     | advert 255 lower   | Master     | send 255
          rfc9568 | Master     | advert 255 higher  | Backup 100 | cancel AT; MDT := 3.00390625
          """)
  void shouldLetAnOwnerStartAsMasterAndYieldToAHigherOwnerOnly(
      String profile, String state, String event, String next, String actions) {
    VirtualRouterConfig owner =
        Samples.ipv4(Profile.named(profile)).withPriority(255).withPreempt(false);

    verify(owner, state, event, next, actions);
  }

  /** An owner's interface is in the groups of its own addresses before VRRP starts, and after. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Initialize | Startup           | Master     | send 255; announce 2x1; AT := 1
          Master     | Shutdown          | Initialize | cancel AT; send 0
          Master     | advert 255 higher | Backup 100 | cancel AT; MDT := 3.00390625
          """)
  void shouldLeaveTheGroupsOfAnIpv6OwnerAlone(
      String state, String event, String next, String actions) {
    verify(Samples.ipv6(Profile.RFC9568).withPriority(255), state, event, next, actions);
  }

  @ParameterizedTest
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
