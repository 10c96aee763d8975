package io.vrrplab.keepalived.config;

import java.util.List;

/**
 * Interfaces whose announcements share one pace.
 *
 * @param pace the spacing
 * @param interfaces their names
 * @param places where each keyword stands
 */
public record GarpGroup(Pace pace, List<String> interfaces, Places places) {

  public GarpGroup {
    interfaces = List.copyOf(interfaces);
  }
}
