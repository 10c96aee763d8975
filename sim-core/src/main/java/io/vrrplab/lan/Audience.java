package io.vrrplab.lan;

import io.vrrplab.vrrp.Advert;
import io.vrrplab.vrrp.ReceivedAdvert;
import io.vrrplab.vrrp.RejectReason;
import io.vrrplab.vrrp.Transition;
import io.vrrplab.vrrp.VrrpState;
import io.vrrplab.wire.IpAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All who watch a lab, told one after the other in the order in which they came. */
final class Audience implements LabListener {

  private LabListener[] listeners = new LabListener[0];

  void add(LabListener listener) {
    LabListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[listeners.length] = listener;
    listeners = more;
  }

  @Override
  public void transmitted(Transmission transmission) {
    for (LabListener listener : listeners) {
      listener.transmitted(transmission);
    }
  }

  @Override
  public void lost(Transmission transmission, String towards, LossCause cause) {
    for (LabListener listener : listeners) {
      listener.lost(transmission, towards, cause);
    }
  }

  @Override
  public void stateChanged(VirtualRouter router, VrrpState before, VrrpState after, String why) {
    for (LabListener listener : listeners) {
      listener.stateChanged(router, before, after, why);
    }
  }

  @Override
  public void hindered(VirtualRouter router, Hindrance hindrance) {
    for (LabListener listener : listeners) {
      listener.hindered(router, hindrance);
    }
  }

  @Override
  public void decided(
      VirtualRouter router,
      VrrpState before,
      Transition transition,
      @Nullable ReceivedAdvert heard) {
    for (LabListener listener : listeners) {
      listener.decided(router, before, transition, heard);
    }
  }

  @Override
  public void advertSent(VirtualRouter router, int priority) {
    for (LabListener listener : listeners) {
      listener.advertSent(router, priority);
    }
  }

  @Override
  public void advertReceived(VirtualRouter router, Advert advert) {
    for (LabListener listener : listeners) {
      listener.advertReceived(router, advert);
    }
  }

  @Override
  public void advertTolerated(VirtualRouter router, RejectReason irregularity) {
    for (LabListener listener : listeners) {
      listener.advertTolerated(router, irregularity);
    }
  }

  @Override
  public void advertRejected(
      Machine node, @Nullable VirtualRouter router, ReceivedAdvert heard, RejectReason reason) {
    for (LabListener listener : listeners) {
      listener.advertRejected(node, router, heard, reason);
    }
  }

  @Override
  public void sessionChanged(VirtualRouter router, String session, boolean up) {
    for (LabListener listener : listeners) {
      listener.sessionChanged(router, session, up);
    }
  }

  @Override
  public void addressChanged(NetworkInterface on, IpAddress address, boolean added) {
    for (LabListener listener : listeners) {
      listener.addressChanged(on, address, added);
    }
  }

  @Override
  public void faultStrikes(FaultNotice fault) {
    for (LabListener listener : listeners) {
      listener.faultStrikes(fault);
    }
  }

  @Override
  public void listenerForgotten(Segment segment, Machine machine, IpAddress group) {
    for (LabListener listener : listeners) {
      listener.listenerForgotten(segment, machine, group);
    }
  }

  @Override
  public void probeSent(Flow flow, int sequence) {
    for (LabListener listener : listeners) {
      listener.probeSent(flow, sequence);
    }
  }

  @Override
  public void probeServed(Flow flow, int sequence, Machine by) {
    for (LabListener listener : listeners) {
      listener.probeServed(flow, sequence, by);
    }
  }

  @Override
  public void probeArrived(Flow flow, int sequence, int hopLimit) {
    for (LabListener listener : listeners) {
      listener.probeArrived(flow, sequence, hopLimit);
    }
  }
}
