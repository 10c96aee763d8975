package io.vrrplab.vrrp;

import static io.vrrplab.vrrp.StateEventMatrixTest.verify;

import io.vrrplab.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state machine of a router that owns the addresses. */
class OwnerMatrixTest {

  @ParameterizedTest
  @Requirement({
    "VRRP-SM-INIT-OWNER-ADVERT",
    "VRRP-SM-INIT-OWNER-GARP",
    "VRRP-SM-INIT-OWNER-ADVER-TIMER",
    "VRRP-SM-INIT-OWNER-TO-MASTER",
    "VRRP-RX-OWNER-PROCESS"
  })
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
  @Requirement("VRRP-SM-INIT-OWNER-NA")
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
}
