package io.vrrplab.vrrp;

import io.vrrplab.vrrp.VrrpState.Backup;
import io.vrrplab.vrrp.VrrpState.PreemptDelay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** States, events and actions in the few words of the tables of these tests. */
final class Shorthand {

  private Shorthand() {}

  /**
   * Reads {@code Initialize}, {@code Backup 100}, {@code Backup 300 skew 100} or {@code Backup 100
   * delaying}, {@code Master}.
   */
  static VrrpState state(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "Initialize" -> new VrrpState.Initialize();
      case "Master" -> new VrrpState.Master();
      case "Backup" -> {
        int interval = Integer.parseInt(words[1]);
        PreemptDelay delay = delay(words[words.length - 1]);
        boolean skewed = words.length > 2 && words[2].equals("skew");
        yield new Backup(interval, skewed ? Integer.parseInt(words[3]) : interval, delay);
      }
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static PreemptDelay delay(String word) {
    return switch (word) {
      case "delaying" -> PreemptDelay.RUNNING;
      case "delayed" -> PreemptDelay.OVER;
      default -> PreemptDelay.NOT_STARTED;
    };
  }

  private static String of(PreemptDelay delay) {
    return switch (delay) {
      case NOT_STARTED -> "";
      case RUNNING -> " delaying";
      case OVER -> " delayed";
    };
  }

  static String of(VrrpState state) {
    return switch (state) {
      case Backup(int interval, int skew, PreemptDelay delay, var _) ->
          "Backup " + interval + (skew == interval ? "" : " skew " + skew) + of(delay);
      case VrrpState.Initialize _, VrrpState.Master _ -> state.label();
    };
  }

  /** Reads {@code advert PRIORITY [SENDER [INTERVAL_CS]]}, or the name of another event. */
  static VrrpEvent event(String text, VirtualRouterConfig receiver) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "Startup" -> new VrrpEvent.Startup();
      case "Shutdown" -> new VrrpEvent.Shutdown();
      case "Fault" -> new VrrpEvent.Fault();
      case "MDT" -> new VrrpEvent.MasterDownTimerExpired();
      case "delay-over" -> new VrrpEvent.PreemptDelayExpired();
      case "group-fault" -> new VrrpEvent.GroupFault();
      case "group-yielded" -> new VrrpEvent.GroupYielded();
      case "group-reasserted" -> new VrrpEvent.GroupReasserted();
      case "address-removed" -> new VrrpEvent.AddressRemoved();
      case "reloading" -> new VrrpEvent.Reloading();
      case "was" ->
          new VrrpEvent.Reconfigured(
              receiver.withPriority(Integer.parseInt(words[1])), words.length > 2);
      case "AT" -> new VrrpEvent.AdvertTimerExpired();
      case "announce" -> new VrrpEvent.AnnounceTimerExpired(AnnounceTimer.valueOf(words[1]));
      case "rejected" -> new VrrpEvent.AdvertRejected(RejectReason.TTL, words.length == 1);
      case "advert" ->
          new VrrpEvent.AdvertReceived(
              Samples.advert(
                  receiver,
                  Integer.parseInt(words[1]),
                  words.length > 3 ? Integer.parseInt(words[3]) : 100,
                  words.length > 2 ? words[2] : "higher"));
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** Actions in order, separated by semicolons; a dash stands for none. */
  static String of(List<VrrpAction> actions) {
    List<String> words = new ArrayList<>();
    for (VrrpAction action : actions) {
      words.add(of(action));
    }
    return words.isEmpty() ? "-" : String.join("; ", words);
  }

  private static String of(VrrpAction action) {
    return switch (action) {
      case VrrpAction.SendAdvert(int priority) -> "send " + priority;
      case VrrpAction.Announce(var addresses, int repeats) ->
          "announce " + addresses.size() + "x" + repeats;
      case VrrpAction.StartMasterDownTimer(long nanos) -> "MDT := " + seconds(nanos);
      case VrrpAction.CancelMasterDownTimer _ -> "cancel MDT";
      case VrrpAction.ShiftMasterDownTimer(long nanos) -> "MDT += " + seconds(nanos);
      case VrrpAction.StartPreemptDelay(long nanos) -> "delay := " + seconds(nanos);
      case VrrpAction.CancelPreemptDelay _ -> "cancel delay";
      case VrrpAction.LowerPriority(int priority) -> "lower to " + priority;
      case VrrpAction.StartAdvertTimer(long nanos) -> "AT := " + seconds(nanos);
      case VrrpAction.CancelAdvertTimer _ -> "cancel AT";
      case VrrpAction.StartAnnounceTimer(AnnounceTimer timer, long nanos) ->
          timer + " after " + seconds(nanos);
      case VrrpAction.CancelAnnounceTimers _ -> "cancel announcements";
      case VrrpAction.JoinSolicitedNodeGroups(var addresses) -> "join " + addresses.size();
      case VrrpAction.LeaveSolicitedNodeGroups(var addresses) -> "leave " + addresses.size();
    };
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }
}
