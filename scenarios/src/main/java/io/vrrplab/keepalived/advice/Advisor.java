package io.vrrplab.keepalived.advice;

import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.KeepalivedConfig;
import io.vrrplab.keepalived.finding.Finding;
import io.vrrplab.keepalived.finding.Findings;
import java.util.List;

/** Holds configurations against what is known to go wrong. */
public final class Advisor {

  private Advisor() {}

  /**
   * Looks at each file, and compares the files of one cluster.
   *
   * @param configs one for each node
   * @return advice by place; no errors
   */
  public static List<Finding> advise(List<KeepalivedConfig> configs) {
    Findings findings = new Findings();
    for (KeepalivedConfig config : configs) {
      for (Instance instance : config.instances()) {
        new ElectionAdvice(config, instance, findings).give();
        new AnnouncementAdvice(config, instance, findings).give();
        new NetworkAdvice(config, instance, findings).give();
      }
      new LinkDelayAdvice(config, findings).give();
      new TrackingAdvice(config, findings).give();
      new VirtualMacAdvice(config, findings).give();
    }
    for (Cluster cluster : Cluster.among(configs, findings)) {
      new ClusterAdvice(cluster, findings).give();
      new PeerAdvice(cluster, findings).give();
      new WeightAdvice(cluster, findings).give();
    }
    return findings.sorted();
  }
}
