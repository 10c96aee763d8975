package io.vrrplab.conformance.mutant;

import io.vrrplab.conformance.Breaches;
import io.vrrplab.conformance.Requirement;
import io.vrrplab.conformance.device.Defect;
import io.vrrplab.conformance.device.Rfc;
import java.util.List;

/**
 * A device with one thing wrong.
 *
 * @param id the stable name
 * @param words what it does wrong, without a full stop
 * @param rfcs the documents under which that is wrong
 * @param defect the wrong thing
 */
public record Mutant(String id, String words, List<Rfc> rfcs, Defect defect) {

  public Mutant {
    rfcs = List.copyOf(rfcs);
  }

  /** The requirements that it breaks, as far as cases can tell. */
  public List<Requirement> breaks() {
    return Breaches.of(id);
  }

  /** Wrong under every document. */
  static Mutant everywhere(String id, String words, Defect defect) {
    return new Mutant(id, words, List.of(Rfc.values()), defect);
  }

  /** Wrong under some. */
  static Mutant under(String id, String words, Defect defect, Rfc... rfcs) {
    return new Mutant(id, words, List.of(rfcs), defect);
  }
}
