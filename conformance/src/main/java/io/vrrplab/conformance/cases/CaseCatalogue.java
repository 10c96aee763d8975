package io.vrrplab.conformance.cases;

import java.util.List;

/** The sections that there are cases for. */
public final class CaseCatalogue {

  private CaseCatalogue() {}

  /** An object of each class whose methods are cases. */
  public static List<Object> all() {
    return List.of(
        new PacketFormat(),
        new Encapsulation(),
        new Timers(),
        new InitializeState(),
        new BackupState(),
        new MasterState(),
        new ReceivingAdverts(),
        new AcceptingAdverts(),
        new OddAdverts(),
        new VirtualAddresses(),
        new Ipv6Encapsulation(),
        new NeighbourDiscovery(),
        new Forwarding(),
        new SeveralRouters(),
        new LoadSharing(),
        new TwoLans(),
        new LinkEvents(),
        new RunningChanges(),
        new SettingsRanges(),
        new ErrorCounters(),
        new ManagementNotes(),
        new MixedVersions(),
        new WholeLife(),
        new LifeAnnouncements(),
        new HeldBackups(),
        new LearnedIntervals(),
        new Startups(),
        new Owners(),
        new Provocations(),
        new AskedDirectly(),
        new Redirection(),
        new Neighbours(),
        new Defaults());
  }
}
