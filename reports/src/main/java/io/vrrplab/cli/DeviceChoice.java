package io.vrrplab.cli;

import io.vrrplab.conformance.device.BuiltInDevice;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A device and the document to judge it by.
 *
 * @param device one that speaks the document's version
 */
record DeviceChoice(BuiltInDevice device, Rfc rfc) {

  private static final List<String> NAMES =
      BuiltInDevice.all().stream().map(BuiltInDevice::name).toList();

  /**
   * What to judge by what: the engine under each document, unless one of the two is named.
   *
   * @param dut the name of a device, or null
   * @param number the number of a document, or null
   */
  static List<DeviceChoice> of(@Nullable String dut, @Nullable String number) throws Refusal {
    Rfc rfc = number == null ? null : rfc(number);
    if (dut == null) {
      Stream<Rfc> rfcs = rfc == null ? Stream.of(Rfc.values()) : Stream.of(rfc);
      return rfcs.map(each -> new DeviceChoice(BuiltInDevice.of(each), each)).toList();
    }
    BuiltInDevice device = device(dut);
    if (rfc == null) {
      return device.claims().stream().map(each -> new DeviceChoice(device, each)).toList();
    }
    if (!device.speaks(rfc)) {
      throw Refusal.cannotRun(
          "%s does not speak version %d, which %s is about"
              .formatted(dut, rfc.version(), rfc.title()));
    }
    return List.of(new DeviceChoice(device, rfc));
  }

  private static BuiltInDevice device(String name) throws Refusal {
    Optional<BuiltInDevice> device = BuiltInDevice.named(name);
    if (device.isEmpty()) {
      String hint = Nearest.hint(name, NAMES);
      throw Refusal.cannotRun(
          "no device "
              + name
              + (hint.isEmpty() ? "; there are: " + String.join(", ", NAMES) : hint));
    }
    return device.get();
  }

  /** Reads the number of a document. */
  static Rfc rfc(String number) throws Refusal {
    List<String> numbers = new ArrayList<>();
    for (Rfc each : Rfc.values()) {
      if (each.number().equals(number)) {
        return each;
      }
      numbers.add(each.number());
    }
    throw Refusal.cannotRun(
        "--rfc is one of %s, not %s".formatted(String.join(", ", numbers), number));
  }
}
