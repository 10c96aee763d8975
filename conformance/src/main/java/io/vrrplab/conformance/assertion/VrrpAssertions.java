package io.vrrplab.conformance.assertion;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.device.Device;

/** The way into the assertions; import its methods statically, beside those of AssertJ. */
public final class VrrpAssertions {

  private VrrpAssertions() {}

  /** Begins an assertion about what a device does from now on. */
  public static DeviceAssert assertThat(Device device) {
    return new DeviceAssert(device);
  }

  /** Begins an assertion about what a case found. */
  public static CaseResultAssert assertThat(CaseResult result) {
    return new CaseResultAssert(result);
  }
}
