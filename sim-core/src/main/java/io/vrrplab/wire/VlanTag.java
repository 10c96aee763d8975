package io.vrrplab.wire;

/**
 * An IEEE 802.1Q tag.
 *
 * @param priority priority code point, 0 to 7
 * @param dropEligible the drop eligible indicator
 * @param id VLAN identifier, 0 to 4095; 0 carries a priority only
 */
public record VlanTag(int priority, boolean dropEligible, int id) {

  /** Tag protocol identifier of a customer tag. */
  public static final int ETHER_TYPE = 0x8100;

  public VlanTag {
    FieldWidth.check("VLAN priority", priority, 3);
    FieldWidth.check("VLAN id", id, 12);
  }

  /** A tag of the default priority. */
  public static VlanTag of(int id) {
    return new VlanTag(0, false, id);
  }

  static VlanTag ofControl(int control) {
    return new VlanTag(control >>> 13, (control & 0x1000) != 0, control & 0xfff);
  }

  int control() {
    return priority << 13 | (dropEligible ? 0x1000 : 0) | id;
  }
}
