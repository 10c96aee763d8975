package io.vrrplab.lan;

import java.util.List;

/**
 * What listeners are told of a fault.
 *
 * @param verb the timeline's word, as {@code crash}
 * @param text the fault in words, to be read after the name of the machine, or after "network"
 * @param machines names of those it strikes; empty if it strikes a whole segment
 */
public record FaultNotice(String verb, String text, List<String> machines) {

  public FaultNotice {
    machines = List.copyOf(machines);
  }
}
