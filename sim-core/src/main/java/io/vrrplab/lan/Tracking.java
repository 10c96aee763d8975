package io.vrrplab.lan;

import io.vrrplab.track.CheckResult;
import io.vrrplab.track.Condition;
import io.vrrplab.track.Track;
import io.vrrplab.track.Tracked;
import io.vrrplab.track.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the virtual routers of one daemon track, and how it is doing. */
final class Tracking {

  private final VrrpDaemon daemon;
  private final Machine machine;
  private final List<Watch> watches = new ArrayList<>(0);
  private final List<Binding> bindings = new ArrayList<>(0);

  private record Binding(VirtualRouter router, Track track, Watch watch) {}

  Tracking(VrrpDaemon daemon, Machine machine) {
    this.daemon = daemon;
    this.machine = machine;
  }

  void add(VirtualRouter router, Track track) {
    bindings.add(new Binding(router, track, watch(track.what())));
  }

  private Watch watch(Tracked what) {
    for (Watch watch : watches) {
      if (watch.what().equals(what)) {
        return watch;
      }
    }
    Watch watch =
        switch (what) {
          case Tracked.Script script -> new Watch.OfScript(daemon, script);
          case Tracked.Link link -> new Watch.OfLink(link, interfaceTo(link.name()));
          case Tracked.File file -> new Watch.OfFile(file);
          case Tracked.Processes process -> new Watch.OfProcess(daemon, process);
        };
    watches.add(watch);
    return watch;
  }

  private NetworkInterface interfaceTo(String segment) {
    for (NetworkInterface each : machine.interfaces()) {
      if (each.segment().name().equals(segment)) {
        return each;
      }
    }
    throw new IllegalArgumentException(machine.name() + " has no interface on " + segment);
  }

  /** What all that a virtual router tracks does to it now. */
  List<Verdict> verdicts(VirtualRouter router) {
    List<Verdict> verdicts = new ArrayList<>(0);
    for (int i = 0; i < bindings.size(); i++) {
      Binding binding = bindings.get(i);
      if (binding.router() == router) {
        Condition condition = binding.watch().condition();
        verdicts.add(binding.track().verdict(condition));
      }
    }
    return verdicts;
  }

  void start() {
    watches.forEach(Watch::start);
  }

  void stop() {
    watches.forEach(Watch::stop);
  }

  /**
   * Changes the world that is watched.
   *
   * @throws IllegalArgumentException if nothing of that kind and name is tracked
   */
  void show(CheckResult result) {
    boolean known = false;
    for (Watch watch : watches) {
      known |= watch.show(result);
    }
    if (!known) {
      throw new IllegalArgumentException(machine.name() + " does not track it: " + result);
    }
  }

  /** Whether something of that kind and name is tracked. */
  boolean knows(CheckResult result) {
    return watches.stream().anyMatch(watch -> watch.concerns(result));
  }
}
