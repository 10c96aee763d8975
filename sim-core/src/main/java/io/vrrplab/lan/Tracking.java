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

  /** All that is tracked at one time or another. */
  private final List<Tracked> known = new ArrayList<>(0);

  /** What was shown of the world, which goes on where a watch ends and another begins. */
  private final List<CheckResult> shown = new ArrayList<>(0);

  private final List<Watch> fresh = new ArrayList<>(0);
  private boolean started;

  private record Binding(VirtualRouter router, Track track, Watch watch) {}

  Tracking(VrrpDaemon daemon, Machine machine) {
    this.daemon = daemon;
    this.machine = machine;
  }

  void add(VirtualRouter router, Track track) {
    expect(track);
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
    shown.forEach(watch::show);
    watches.add(watch);
    fresh.add(watch);
    return watch;
  }

  private NetworkInterface interfaceTo(String segment) {
    NetworkInterface found = machine.interfaceTo(segment);
    if (found == null) {
      throw new IllegalArgumentException(machine.name() + " has no interface on " + segment);
    }
    return found;
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

  /** Notes what will be tracked one day. */
  void expect(Track track) {
    known.add(track.what());
  }

  /** Tracks nothing for a virtual router any more. */
  void forget(VirtualRouter router) {
    bindings.removeIf(binding -> binding.router() == router);
  }

  /** Ends the watches that nobody needs any more, and begins the new ones. */
  void settle() {
    for (Watch watch : List.copyOf(watches)) {
      if (bindings.stream().noneMatch(binding -> binding.watch().what().equals(watch.what()))) {
        watch.stop();
        watches.remove(watch);
        fresh.remove(watch);
      }
    }
    List<Watch> begin = List.copyOf(fresh);
    fresh.clear();
    if (started) {
      begin.forEach(Watch::start);
    }
  }

  void start() {
    started = true;
    machine.interfaces().forEach(on -> on.link().begin());
    fresh.clear();
    watches.forEach(Watch::start);
  }

  void stop() {
    started = false;
    watches.forEach(Watch::stop);
  }

  /**
   * Changes the world that is watched.
   *
   * @throws IllegalArgumentException if nothing of that kind and name is tracked
   */
  void show(CheckResult result) {
    if (!knows(result)) {
      throw new IllegalArgumentException(machine.name() + " does not track it: " + result);
    }
    shown.removeIf(before -> before.isOfTheSame(result));
    shown.add(result);
    watches.forEach(watch -> watch.show(result));
  }

  /** Whether something of that kind and name is tracked at one time or another. */
  boolean knows(CheckResult result) {
    return known.stream().anyMatch(result::concerns);
  }
}
