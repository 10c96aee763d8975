package io.vrrplab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Queries as a Linux bridge sends them (kernel 6.18, mcast_querier 1), captured. */
class GroupQueryTest {

  private static final String IGMP =
      """
      01 00 5e 00 00 01 1e 87 ec 70 d4 ff 08 00 46 c0
      00 24 00 00 40 00 01 02 04 13 00 00 00 00 e0 00
      00 01 94 04 00 00 11 64 ec 1e 00 00 00 00 02 7d
      00 00
      """;

  /** Its Router Alert stands before the padding, a zero octet each; ours before PadN. */
  private static final String MLD =
      """
      33 33 00 00 00 01 1e 87 ec 70 d4 ff 86 dd 60 00
      00 00 00 24 00 01 fe 80 00 00 00 00 00 00 50 20
      92 ff fe 98 06 d2 ff 02 00 00 00 00 00 00 00 00
      00 00 00 00 00 01 3a 00 05 02 00 00 00 00 82 00
      6e 0c 27 10 00 00 00 00 00 00 00 00 00 00 00 00
      00 00 00 00 00 00 02 7d 00 00
      """;

  private static EthernetPayload packetIn(String frame) {
    Decoded decoded = Frame.ofBytes(Octets.ofHex(frame).toByteArray()).decoded();
    return ((Decoded.Packet) decoded).frame().payload();
  }

  @Test
  void shouldReadWhatALinuxBridgeAsks() {
    assertThat(((Ipv4Packet) packetIn(IGMP)).payload()).isEqualTo(IgmpQuery.general());
    assertThat(((Ipv6Packet) packetIn(MLD)).payload()).isEqualTo(MldQuery.general());
  }

  @Test
  void shouldWriteWhatALinuxBridgeAsks() {
    Ipv4Packet igmp = (Ipv4Packet) packetIn(IGMP);
    Ipv6Packet mld = (Ipv6Packet) packetIn(MLD);
    MacAddress bridge = MacAddress.parse("1e:87:ec:70:d4:ff");

    assertThat(Frame.of(new EthernetFrame(MacAddress.parse("01:00:5e:00:00:01"), bridge, igmp)))
        .hasToString(Octets.ofHex(IGMP).toString());
    assertThat(Frame.of(new EthernetFrame(MacAddress.parse("33:33:00:00:00:01"), bridge, mld)))
        .hasToString(Octets.ofHex(MLD).toString());
  }
}
