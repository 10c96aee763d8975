package io.vrrplab.conformance.bench;

/** The two states in which a router listens to adverts. */
public enum Standing {
  BACKUP,
  MASTER;

  /** As it stands in the id of a case. */
  public String key() {
    return switch (this) {
      case BACKUP -> "backup";
      case MASTER -> "master";
    };
  }

  /** As the RFCs write it. */
  public String label() {
    return switch (this) {
      case BACKUP -> "Backup";
      case MASTER -> "Master";
    };
  }
}
