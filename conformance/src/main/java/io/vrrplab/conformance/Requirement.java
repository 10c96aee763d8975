package io.vrrplab.conformance;

import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.vrrp.AddressFamily;
import java.util.List;

/**
 * Something that a document asks for.
 *
 * @param id the stable name
 * @param level the strongest wording: MUST, MUST NOT, SHOULD, SHOULD NOT, MAY, or stated
 * @param sight what it takes to see whether it is met
 * @param families of addresses that it is about
 * @param references where it stands, such as {@code RFC3768 5.3.1, RFC9568 5.2.1}
 * @param words what it asks for, a sentence without a full stop
 */
public record Requirement(
    String id,
    String level,
    Sight sight,
    List<AddressFamily> families,
    String references,
    String words) {

  public Requirement {
    families = List.copyOf(families);
  }

  /** What it takes to see whether something is met. */
  public enum Sight {
    /** The frames of the segment. */
    WIRE,
    /** A look inside of the device, or into its log. */
    STATE,
    /** An attempt to configure it. */
    CONFIG
  }

  /** Whether a document has it. */
  public boolean standsIn(Rfc rfc) {
    return references.contains("RFC" + rfc.number());
  }

  /** Whether not following it leaves a device within the document. */
  public boolean isAdvice() {
    return level.startsWith("SHOULD") || level.equals("MAY");
  }
}
