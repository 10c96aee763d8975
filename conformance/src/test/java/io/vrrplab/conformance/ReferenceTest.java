package io.vrrplab.conformance;

import static io.vrrplab.conformance.assertion.VrrpAssertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.device.SimulatedDevice;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case against the engine of each document, a test each. */
class ReferenceTest {

  @TestFactory
  Stream<DynamicContainer> engineObeys() {
    return Stream.of(Rfc.values()).map(rfc -> dynamicContainer(rfc.title(), cases(rfc)));
  }

  private static Stream<DynamicTest> cases(Rfc rfc) {
    DeviceProfile profile = SimulatedDevice.of(rfc).profile();
    return Suite.canonical().cases().stream()
        .filter(each -> each.appliesTo(profile))
        .map(each -> dynamicTest(name(each, rfc), () -> judge(each, rfc)));
  }

  private static String name(ConformanceCase each, Rfc rfc) {
    String requirements =
        String.join(", ", each.requirements(rfc).stream().map(Requirement::id).toList());
    return "%s [%s] %s".formatted(each.id(), requirements, each.title());
  }

  private static void judge(ConformanceCase each, Rfc rfc) {
    assertThat(each.run(SimulatedDevice.of(rfc))).passes();
  }
}
