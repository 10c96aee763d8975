package io.vrrplab.lan;

/** What a port belongs to. */
interface Station {

  /** Name of the machine or segment. */
  String name();

  /** A frame arrived at one of the ports. */
  void receive(Port port, Transmission transmission);

  /** The carrier of a port came or went. */
  void carrierChanged(Port port);
}
