package io.vrrplab.scenario.spec;

import io.vrrplab.measure.KeepalivedLog;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A router that speaks VRRP.
 *
 * @param name unique in the scenario
 * @param interfaces where it is attached, one for each segment, at least one
 * @param vrrp its virtual routers, each on one of these segments
 * @param redirects whether it tells hosts of shorter ways by ICMP
 * @param localIgmp whether it reports groups in 224.0.0.0/24
 * @param startupDelay how long its virtual routers wait after each start of the daemon, nanoseconds
 * @param bootDelay the same from the time on when its machine was switched on; the later counts
 * @param linkSenses of which links' changes it is not told at once
 * @param groups those of them that are Master together
 * @param sharedPaces the segments on which announcements keep one distance among them all
 * @param daemonLog what its configuration adds to the log of its daemon; null without one
 */
public record NodeSpec(
    String name,
    List<InterfaceSpec> interfaces,
    List<VrrpSpec> vrrp,
    boolean redirects,
    boolean localIgmp,
    Quantity startupDelay,
    Quantity bootDelay,
    List<LinkSenseSpec> linkSenses,
    List<SyncGroupSpec> groups,
    List<List<String>> sharedPaces,
    KeepalivedLog.@Nullable Daemon daemonLog) {

  public NodeSpec {
    interfaces = List.copyOf(interfaces);
    vrrp = List.copyOf(vrrp);
    linkSenses = List.copyOf(linkSenses);
    groups = List.copyOf(groups);
    sharedPaces = List.copyOf(sharedPaces);
  }

  public long startupDelayNanos() {
    return startupDelay.asLong();
  }

  public long bootDelayNanos() {
    return bootDelay.asLong();
  }

  /** Settles what is left to chance. */
  public NodeSpec resolve(long run) {
    return new NodeSpec(
        name,
        interfaces,
        vrrp.stream().map(spec -> spec.resolve(run)).toList(),
        redirects,
        localIgmp,
        startupDelay.resolve(run),
        bootDelay.resolve(run),
        linkSenses,
        groups,
        sharedPaces,
        daemonLog);
  }

  /** All that a draw may decide. */
  public Stream<Quantity> quantities() {
    return Stream.concat(
        Stream.of(startupDelay, bootDelay), vrrp.stream().flatMap(VrrpSpec::quantities));
  }
}
