package io.vrrplab.keepalived.truth;

import io.vrrplab.scenario.ScenarioRunner.Run;
import io.vrrplab.wire.ArpPacket;
import io.vrrplab.wire.Decoded;
import io.vrrplab.wire.EthernetFrame;
import io.vrrplab.wire.Frame;
import io.vrrplab.wire.IpPayload;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.NeighborAdvertisement;
import io.vrrplab.wire.VrrpPacket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stood on the wire, read from a run's capture as the rig read its own. */
record SwitchPorts(List<Advert> adverts, List<Announcement> announcements) {

  private static final int INTERFACE = 1;
  private static final int PACKET = 6;
  private static final double NANOS = 1e9;

  /** An advert as it entered the wire. */
  record Advert(double atSeconds, String node, int vrid, int priority, List<String> addresses) {}

  /** A gratuitous ARP or an unsolicited neighbour advertisement for an address. */
  record Announcement(double atSeconds, String node, String address) {}

  static SwitchPorts of(Run run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Objects.requireNonNull(run.capture()).writeTo(bytes);
    ByteBuffer file = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    List<String> ports = new ArrayList<>();
    SwitchPorts seen = new SwitchPorts(new ArrayList<>(), new ArrayList<>());
    while (file.hasRemaining()) {
      int start = file.position();
      int type = file.getInt();
      int length = file.getInt();
      if (type == INTERFACE) {
        file.position(start + 18);
        byte[] name = new byte[file.getShort()];
        file.get(name);
        ports.add(new String(name, StandardCharsets.UTF_8).split(":", 2)[0]);
      } else if (type == PACKET) {
        String node = ports.get(file.getInt());
        long atNanos = ((long) file.getInt() << 32) | Integer.toUnsignedLong(file.getInt());
        byte[] octets = new byte[file.getInt()];
        file.position(start + 28);
        file.get(octets);
        seen.add(atNanos / NANOS, node, octets);
      }
      file.position(start + length);
    }
    return seen;
  }

  private void add(double atSeconds, String node, byte[] octets) {
    if (!(Frame.ofBytes(octets).decoded() instanceof Decoded.Packet(EthernetFrame frame))) {
      return;
    }
    switch (frame.payload()) {
      case ArpPacket arp when arp.isGratuitous() ->
          announcements.add(new Announcement(atSeconds, node, arp.senderAddress().toString()));
      case Ipv4Packet packet -> add(atSeconds, node, packet.payload());
      case Ipv6Packet packet -> add(atSeconds, node, packet.payload());
      default -> {}
    }
  }

  private void add(double atSeconds, String node, IpPayload payload) {
    if (payload instanceof VrrpPacket advert) {
      List<String> addresses = advert.addresses().stream().map(Object::toString).toList();
      adverts.add(
          new Advert(atSeconds, node, advert.virtualRouterId(), advert.priority(), addresses));
    } else if (payload instanceof NeighborAdvertisement announced && !announced.solicited()) {
      announcements.add(new Announcement(atSeconds, node, announced.target().toString()));
    }
  }

  /** When an advert of a virtual router last entered the wire before that time. */
  @Nullable Double lastAdvertBefore(int vrid, double atSeconds) {
    Double last = null;
    for (Advert advert : adverts) {
      if (advert.vrid() == vrid && advert.priority() > 0 && advert.atSeconds() < atSeconds) {
        last = advert.atSeconds();
      }
    }
    return last;
  }
}
