package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.Releases;
import io.vrrplab.vrrp.KeepalivedVersion;

/**
 * A keyword of keepalived.conf.
 *
 * @param name as written in files
 * @param shape what follows it
 * @param role what it means here
 * @param since the release that brought it; empty for those of old
 * @param values what may follow it, where no typed reader looks
 */
record Keyword(String name, Shape shape, Role role, String since, Values values) {

  /** Whether a keepalived has it. */
  boolean knownTo(KeepalivedVersion version) {
    return since.isEmpty() || Releases.has(version, since);
  }

  /** What follows a keyword. */
  enum Shape {
    /** One or more values; without one keepalived ends. */
    VALUE,
    /** Nothing, or values that may be left out. */
    FLAG,
    /** A command, split in a way of its own; without one keepalived ends. */
    COMMAND,
    /** A block of keywords of its own. */
    BLOCK,
    /** A block of lines that are no keywords. */
    LIST,
    /** A block that is not looked into. */
    SKIP
  }

  /** What a keyword means here. */
  enum Role {
    /** It changes what happens. */
    MODELLED,
    /** It is kept, and the protocol goes on as without it. */
    NOTED,
    /** It changes what keepalived does, and not what happens here. */
    UNSIMULATED,
    /** It belongs to the load balancer. */
    BALANCER,
    /** keepalived itself asks not to use it any more, and {@code -t} refuses it. */
    DEPRECATED
  }
}
