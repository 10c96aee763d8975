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

  private final Lab lab;
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

  Tracking(Lab lab, VrrpDaemon daemon, Machine machine) {
    this.lab = lab;
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
          case Tracked.Link link -> new Watch.OfLink(link, machine.interfaceTo(link.name()));
          case Tracked.File file -> new Watch.OfFile(file);
          case Tracked.Processes process -> new Watch.OfProcess(daemon, process);
          case Tracked.BfdSession session -> watch(session);
        };
    shown.forEach(watch::show);
    watches.add(watch);
    fresh.add(watch);
    return watch;
  }

  private Watch watch(Tracked.BfdSession session) {
    String stream = "BFD session %s of %s".formatted(session.name(), machine.name());
    return new Watch.OfBfdSession(
        daemon, session, lab.simulation().random(stream), up -> tell(session, up));
  }

  private void tell(Tracked.BfdSession session, boolean up) {
    for (Binding binding : List.copyOf(bindings)) {
      if (binding.watch().what().equals(session)) {
        lab.audience().sessionChanged(binding.router(), session.name(), up);
      }
    }
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
      begin.forEach(watch -> watch.start(0));
    }
  }

  /**
   * The virtual routers may begin.
   *
   * @param ranNanos for how long the daemon has run
   */
  void start(long ranNanos) {
    started = true;
    machine.interfaces().forEach(on -> on.link().begin(ranNanos));
    fresh.clear();
    watches.forEach(watch -> watch.start(ranNanos));
  }

  void stop() {
    started = false;
    machine.interfaces().forEach(on -> on.link().end());
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
