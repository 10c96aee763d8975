package io.vrrplab.scenario.daemon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keepalived.conf that the image osixia/keepalived 2.0.20 makes of its environment when it is
 * first started. Whatever the environment says: one instance VI_1 with nopreempt, unicast and a
 * password, of version 2, an advert a second.
 */
public final class OsixiaTemplate {

  /** The version of keepalived in the image. */
  public static final String KEEPALIVED_VERSION = "2.0";

  private static final String INTERFACE = "KEEPALIVED_INTERFACE";
  private static final String STATE = "KEEPALIVED_STATE";
  private static final String ROUTER_ID = "KEEPALIVED_ROUTER_ID";
  private static final String PRIORITY = "KEEPALIVED_PRIORITY";
  private static final String UNICAST_PEERS = "KEEPALIVED_UNICAST_PEERS";
  private static final String VIRTUAL_IPS = "KEEPALIVED_VIRTUAL_IPS";
  private static final String PASSWORD = "KEEPALIVED_PASSWORD";
  private static final String NOTIFY = "KEEPALIVED_NOTIFY";

  private static final SequencedMap<String, List<String>> DEFAULTS = defaults();

  /** How a list is written where only a text fits, as on docker's command line. */
  private static final String INLINE_LIST = "#PYTHON2BASH:";

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private OsixiaTemplate() {}

  private static SequencedMap<String, List<String>> defaults() {
    SequencedMap<String, List<String>> defaults = new LinkedHashMap<>();
    defaults.put(INTERFACE, List.of("eth0"));
    defaults.put(STATE, List.of("BACKUP"));
    defaults.put(ROUTER_ID, List.of("51"));
    defaults.put(PRIORITY, List.of("150"));
    defaults.put(UNICAST_PEERS, List.of("192.168.1.10", "192.168.1.11"));
    defaults.put(VIRTUAL_IPS, List.of("192.168.1.231", "192.168.1.232"));
    defaults.put(PASSWORD, List.of("d0cker"));
    defaults.put(NOTIFY, List.of("/container/service/keepalived/assets/notify.sh"));
    defaults.put("KEEPALIVED_COMMAND_LINE_ARGUMENTS", List.of("--log-detail --dump-conf"));
    return defaults;
  }

  /** The variables that the image knows. */
  public static List<String> variables() {
    return List.copyOf(DEFAULTS.sequencedKeySet());
  }

  /**
   * The values of a variable as the image reads them: {@code #PYTHON2BASH:['a', 'b']} is a list,
   * any other text one value.
   */
  public static List<String> values(String text) {
    if (!text.startsWith(INLINE_LIST)) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    Matcher items = QUOTED.matcher(text.substring(INLINE_LIST.length()));
    return items.results().map(OsixiaTemplate::quoted).toList();
  }

  private static String quoted(MatchResult item) {
    return item.group(1) == null ? item.group(2) : item.group(1);
  }

  /**
   * The text of the configuration.
   *
   * @param environment the values of each variable that is set, one for most; those that are not
   *     set have the image's defaults, and unknown ones no effect
   */
  public static String configuration(SequencedMap<String, List<String>> environment) {
    SequencedMap<String, List<String>> all = new LinkedHashMap<>(DEFAULTS);
    all.putAll(environment);
    StringBuilder text = new StringBuilder();
    text.append("global_defs {\n  default_interface ")
        .append(one(all, INTERFACE))
        .append("\n}\n\n");
    text.append("vrrp_instance VI_1 {\n");
    line(text, "interface", one(all, INTERFACE));
    line(text, "state", one(all, STATE));
    line(text, "virtual_router_id", one(all, ROUTER_ID));
    line(text, "priority", one(all, PRIORITY));
    text.append("  nopreempt\n");
    block(text, "unicast_peer", all.getOrDefault(UNICAST_PEERS, List.of()));
    block(text, "virtual_ipaddress", all.getOrDefault(VIRTUAL_IPS, List.of()));
    block(text, "authentication", List.of("auth_type PASS", "auth_pass " + one(all, PASSWORD)));
    String notify = one(all, NOTIFY);
    if (!notify.isEmpty()) {
      line(text, "notify", "\"" + notify + "\"");
    }
    return text.append("}\n").toString();
  }

  private static String one(SequencedMap<String, List<String>> all, String variable) {
    return String.join(" ", all.getOrDefault(variable, List.of()));
  }

  private static void line(StringBuilder text, String keyword, String value) {
    text.append("  ").append(keyword).append(' ').append(value).append('\n');
  }

  private static void block(StringBuilder text, String keyword, List<String> lines) {
    text.append("\n  ").append(keyword).append(" {\n");
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    text.append("  }\n");
  }
}
