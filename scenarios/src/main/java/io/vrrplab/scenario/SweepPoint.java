package io.vrrplab.scenario;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A scenario with one choice of values for all that its {@code sweep:} varies.
 *
 * @param settings a value for each parameter of the sweep, in the order of the file; none where the
 *     file sweeps nothing
 * @param scenario the scenario with these values
 */
public record SweepPoint(List<Setting> settings, Scenario scenario) {

  public SweepPoint {
    settings = List.copyOf(settings);
  }

  /**
   * A parameter of the sweep and its value.
   *
   * @param name the parameter's key under {@code sweep:}
   * @param value as the file would write it, as {@code 100ms}
   */
  public record Setting(String name, String value) implements Serializable {

    /** The form of the command line, {@code interval=100ms}. */
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  /** The settings in words, {@code interval=100ms loss=1%}; empty where there are none. */
  public String label() {
    return settings.stream().map(Setting::toString).collect(Collectors.joining(" "));
  }
}
