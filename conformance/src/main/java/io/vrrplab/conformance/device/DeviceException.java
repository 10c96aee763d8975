package io.vrrplab.conformance.device;

/** The device, or the way to it, broke: the case says nothing about the protocol. */
public final class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what broke, in words for whoever runs the suite. */
  public DeviceException(String message) {
    super(message);
  }

  /** The same, with what brought it about. */
  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}
