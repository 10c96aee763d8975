package io.vrrplab.cli;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.device.DeviceProfile;
import io.vrrplab.report.ConformanceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command that runs a case again and shows the same: all that decides how it is run and judged
 * is in it, defaults included.
 *
 * @param seed what the device drew from
 * @param expect what stood after {@code --expect}, or null
 * @param strict whether advice that is not followed is red
 */
record ConformanceReplay(long seed, @Nullable String expect, boolean strict)
    implements ConformanceOutcome.Replay {

  @Override
  public String commandFor(CaseResult result) {
    DeviceProfile device = result.device();
    List<String> words = new ArrayList<>(List.of("./vrrplab", "conformance"));
    words.addAll(List.of("--dut", device.name(), "--rfc", device.rfc().number()));
    words.addAll(List.of("--seed", Long.toString(seed)));
    if (expect != null) {
      words.addAll(List.of("--expect", expect));
    }
    if (strict) {
      words.add("--strict");
    }
    words.addAll(List.of("--case", result.conformanceCase().id()));
    return words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
  }
}
