package io.vrrplab.wire;

/** What an IP packet carries. */
public sealed interface IpPayload permits VrrpPacket {}
