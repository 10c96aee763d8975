package io.vrrplab.keepalived.truth;

import io.vrrplab.keepalived.truth.Measured.Action;
import io.vrrplab.keepalived.truth.Measured.Case;
import io.vrrplab.keepalived.truth.Measured.Reaction;
import io.vrrplab.keepalived.truth.SwitchPorts.Advert;
import io.vrrplab.measure.TrafficReport;
import io.vrrplab.scenario.Scenario;
import io.vrrplab.scenario.ScenarioRunner;
import io.vrrplab.scenario.read.ReadResult;
import io.vrrplab.scenario.read.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator says of a case. Each measured run is run again, with every action as long
 * after the last advert as it was there: the rig's phase was random, ours is the same.
 */
final class Prediction {

  /** A Master that has been silent for longer is not one of those before the action. */
  private static final double RECENT_INTERVALS = 1.7;

  private static final double NANOS = 1e9;

  private final Case of;
  private final Path folder;

  private Prediction(Case of, Path folder) {
    this.of = of;
    this.folder = folder;
  }

  /** One run's reaction of a virtual router to an action. */
  record Outcome(@Nullable String newMaster, SequencedMap<String, Double> figures) {}

  /**
   * One run.
   *
   * @param startToMaster by VRID: who was Master first, and how long after its start
   * @param outcomes for each action, by VRID
   * @param outages for each action, by address
   */
  record Predicted(
      SequencedMap<Integer, Outcome> startToMaster,
      List<SequencedMap<Integer, Outcome>> outcomes,
      List<SequencedMap<String, Double>> outages) {}

  /** Runs a case as often as it was measured; not at all where its configuration is refused. */
  static List<Predicted> of(Case measured, Path folder) throws IOException {
    List<Predicted> all = new ArrayList<>();
    if (measured.startToMaster().isEmpty()
        && new Prediction(measured, folder).read(List.of()) instanceof ReadResult.Refused) {
      return all;
    }
    for (int run = 0; run < measured.runs(); run++) {
      all.add(new Prediction(measured, folder).predict(run));
    }
    return all;
  }

  private Predicted predict(int run) throws IOException {
    List<Double> at = new ArrayList<>();
    ScenarioRunner.Run done = simulate(at, run);
    for (Action action : of.actions()) {
      at.add(moment(action, SwitchPorts.of(done), at, run));
      done = simulate(at, run);
    }
    SwitchPorts wire = SwitchPorts.of(done);
    List<SequencedMap<Integer, Outcome>> outcomes = new ArrayList<>();
    List<SequencedMap<String, Double>> outages = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      double until = i + 1 < at.size() ? at.get(i + 1) : of.durationSeconds();
      outcomes.add(outcomes(wire, of.actions().get(i), at.get(i), until));
      outages.add(outages(done.result().traffic(), at.get(i), until));
    }
    return new Predicted(first(wire), outcomes, outages);
  }

  private ScenarioRunner.Run simulate(List<Double> at, int run) throws IOException {
    return switch (read(at)) {
      case ReadResult.Read(Scenario scenario, _) ->
          ScenarioRunner.run(scenario.withSeed(run + 1), true);
      case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private ReadResult read(List<Double> at) throws IOException {
    return new ScenarioReader().read(new CaseScenario(of, folder).write(at));
  }

  /** When an action strikes in our run, so that it is in phase with the measured one. */
  private double moment(Action action, SwitchPorts wire, List<Double> before, int run) {
    double nominal = action.nominalSeconds();
    if (action.reactions().isEmpty()) {
      return nominal;
    }
    int vrid = action.reactions().firstEntry().getKey();
    List<Double> phases = action.reactions().firstEntry().getValue().sinceAdvertSeconds();
    Double last = wire.lastAdvertBefore(vrid, nominal);
    double moment =
        last == null || run >= phases.size() ? nominal : Math.max(last + phases.get(run), 0);
    return before.isEmpty() ? moment : Math.max(moment, before.getLast());
  }

  private SequencedMap<Integer, Outcome> first(SwitchPorts wire) {
    SequencedMap<Integer, Outcome> all = new LinkedHashMap<>();
    for (Advert advert : wire.adverts()) {
      double start =
          of.nodes().stream()
              .filter(node -> node.name().equals(advert.node()))
              .mapToDouble(Measured.Node::startSeconds)
              .findFirst()
              .orElse(0);
      SequencedMap<String, Double> figures = new LinkedHashMap<>();
      figures.put("startToMaster", advert.atSeconds() - start);
      all.putIfAbsent(advert.vrid(), new Outcome(advert.node(), figures));
    }
    return all;
  }

  private SequencedMap<Integer, Outcome> outcomes(
      SwitchPorts wire, Action action, double at, double until) {
    SequencedMap<Integer, Outcome> all = new LinkedHashMap<>();
    for (Map.Entry<Integer, Reaction> each : action.reactions().entrySet()) {
      boolean returns = action.verb().equals("addr_del");
      all.put(each.getKey(), outcome(wire, each.getKey(), at, until, returns));
    }
    return all;
  }

  /**
   * What followed within a time.
   *
   * @param returns whether a Master that gave up its role counts as a new one when it is back
   */
  private Outcome outcome(SwitchPorts wire, int vrid, double at, double until, boolean returns) {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    SequencedSet<String> before = mastersBefore(wire, vrid, at);
    Double lastAdvert = null;
    Double priorityZero = null;
    int zeros = 0;
    for (Advert advert : wire.adverts()) {
      if (advert.vrid() != vrid || advert.atSeconds() > until) {
        continue;
      }
      boolean after = advert.atSeconds() >= at - 5e-6; // the file says microseconds
      if (advert.priority() == 0) {
        priorityZero = after ? Double.valueOf(advert.atSeconds()) : priorityZero;
        zeros += after ? 1 : 0;
        if (returns && after) {
          before.remove(advert.node());
        }
      } else if (after && !before.contains(advert.node())) {
        double now = advert.atSeconds();
        figures.put("faultToNew", now - at);
        figures.put("initToNew", now - at);
        put(figures, "lastAdvertToNew", now, lastAdvert);
        put(figures, "priority0ToNew", now, priorityZero);
        announcements(wire, advert, until, figures);
        figures.put("priority0Count", (double) zeros);
        return new Outcome(advert.node(), figures);
      } else {
        lastAdvert = advert.atSeconds();
      }
    }
    return new Outcome(null, figures);
  }

  private static void put(
      SequencedMap<String, Double> figures, String name, double now, @Nullable Double since) {
    if (since != null) {
      figures.put(name, now - since);
    }
  }

  /** At once is within a second of the new Master's first advert, as on the rig. */
  private void announcements(
      SwitchPorts wire, Advert first, double until, SequencedMap<String, Double> figures) {
    double now = first.atSeconds();
    figures.put("garpsAtOnce", count(wire, first, now, now + 1));
    double later = count(wire, first, now + 1, now + 5.5);
    if (later > 0 && until >= now + 5.5) {
      figures.put("garpsInSecondBurst", later);
    }
  }

  private static double count(SwitchPorts wire, Advert first, double from, double to) {
    return wire.announcements().stream()
        .filter(each -> each.atSeconds() >= from && each.atSeconds() < to)
        .filter(each -> each.node().equals(first.node()))
        .filter(each -> first.addresses().contains(each.address()))
        .count();
  }

  private static SequencedSet<String> mastersBefore(SwitchPorts wire, int vrid, double at) {
    SequencedMap<String, Double> last = new LinkedHashMap<>();
    SequencedMap<String, Double> gaps = new LinkedHashMap<>();
    for (Advert advert : wire.adverts()) {
      if (advert.vrid() == vrid && advert.atSeconds() < at) {
        Double previous = last.put(advert.node(), advert.atSeconds());
        if (advert.priority() == 0) {
          last.remove(advert.node());
        } else if (previous != null) {
          gaps.put(advert.node(), advert.atSeconds() - previous);
        }
      }
    }
    SequencedSet<String> recent = new LinkedHashSet<>();
    last.forEach((node, when) -> {
      if (at - when < gaps.getOrDefault(node, 1.0) * RECENT_INTERVALS) {
        recent.add(node);
      }
    });
    return recent;
  }

  private SequencedMap<String, Double> outages(List<TrafficReport> flows, double at, double until) {
    SequencedMap<String, Double> all = new LinkedHashMap<>();
    for (TrafficReport flow : flows) {
      double from = Double.POSITIVE_INFINITY;
      double to = 0;
      for (TrafficReport.Outage outage : flow.outages()) {
        double lost = outage.fromNanos() / NANOS;
        Long recovered = outage.toNanos();
        double back = recovered == null ? of.durationSeconds() : recovered / NANOS;
        if (lost < until && back > at) {
          from = Math.min(from, Math.max(lost, at));
          to = Math.max(to, back);
        }
      }
      all.put(flow.destination(), Double.isInfinite(from) ? 0 : to - from);
    }
    return all;
  }
}
