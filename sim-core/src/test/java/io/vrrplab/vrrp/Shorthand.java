package io.vrrplab.vrrp;

import io.vrrplab.vrrp.VrrpState.Backup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** States, events and actions in the few words of the tables of these tests. */
final class Shorthand {

  private Shorthand() {}

  /**
   * Reads {@code Initialize}, {@code Backup 100} or {@code Backup 300 skew 100}, {@code Master}.
   */
  static VrrpState state(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "Initialize" -> new VrrpState.Initialize();
      case "Master" -> new VrrpState.Master();
      case "Backup" -> {
        int interval = Integer.parseInt(words[1]);
        yield new Backup(interval, words.length > 2 ? Integer.parseInt(words[3]) : interval);
      }
      default -> throw new IllegalArgumentException(text);
    };
  }

  static String of(VrrpState state) {
    return switch (state) {
      case Backup(int interval, int skew) ->
          "Backup " + interval + (skew == interval ? "" : " skew " + skew);
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
