package io.vrrplab.keepalived.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The catalogue of what may be said about a file. The id of {@code AUTH_TRUNCATED} is {@code
 * KA-AUTH-TRUNCATED} and stays so; severity, title and fix stand in {@code rules.tsv}.
 */
public enum Rule {
  UNREADABLE,
  TOO_LARGE,
  LONG_LINE,
  QUOTE,
  BACKSLASH,
  BRACES,
  KEYWORD_UNKNOWN,
  KEYWORD_TOO_NEW,
  DEPRECATED,
  VALUE_MISSING,
  VALUE_INVALID,
  BLOCK_WORDS,
  EXTRA_WORDS,
  VARIABLE_UNDEFINED,
  VARIABLE_LOOP,
  INCLUDE_MISSING,
  INCLUDE_REQUIRED,
  INCLUDE_OUTSIDE,
  INCLUDE_LOOP,
  CONFIG_ID,
  BALANCER,
  BALANCER_PROTOCOL,
  NO_EFFECT,
  NOT_SIMULATED,
  NAME_MISSING,
  NAME_TWICE,
  STATE_UNKNOWN,
  STATE_TWICE,
  VRID_MISSING,
  INTERFACE_MISSING,
  INTERFACE_LOOPBACK,
  ADDRESS_MISSING,
  ADDRESS_REQUIRED,
  ADDRESS_NOWHERE,
  ADDRESS_INVALID,
  ADDRESS_OPTION,
  FAMILY_MIXED,
  VRID_TWICE,
  AUTH_TRUNCATED,
  AUTH_TYPE,
  AUTH_NO_PASSWORD,
  AUTH_VERSION_3,
  AUTH_AH_MASTER,
  AUTH_HMAC,
  ADVERT_ROUNDED,
  VERSION_CONFLICT,
  NOPREEMPT_CLEARED,
  PREEMPT_DELAY_CLEARED,
  STRICT_RESET,
  UNICAST_NO_PEERS,
  UNICAST_FAULT,
  PEER_INVALID,
  PEER_OPTION,
  VMAC_UNICAST,
  VMAC_BASE,
  VMAC_TWICE,
  TRACK_OWN,
  TRACK_UNKNOWN,
  TRACK_OPTION,
  TRACK_TWICE,
  TRACK_OWNER,
  TRACK_BOTH,
  SCRIPT_EMPTY,
  GROUP_EMPTY,
  GROUP_SINGLE,
  GROUP_MEMBER_UNKNOWN,
  GROUP_TWICE,
  GARP_GROUP_EMPTY,
  ROUTE_UNTRACKED,
  ROUTE_INVALID,
  ROUTE_DEPRECATED,
  RULE_PREFERENCE,
  OWNER_BY_DEFAULT,
  STATE_MASTER,
  VRID_51,
  AUTH_PLAIN,
  ADVERT_SHORT,
  FREEZE,
  NOPREEMPT_BOOT,
  NOPREEMPT_WEIGHT,
  GARP_NO_REFRESH,
  GARP_LOWER_OFF,
  GARP_BURST,
  ADDRESSES_SLOW,
  ADDRESSES_ADVERTISED,
  SCRIPT_FALL,
  SCRIPT_TIMEOUT,
  SCRIPT_SLOW,
  INIT_FAIL,
  WEIGHT_CLAMPED,
  WEIGHT_GROUP,
  GROUP_PRIORITY,
  GROUP_ABSENT,
  TRACK_ABSENT,
  IPV6_FIRST,
  STRICT_NO_ACCEPT,
  MULTICAST_GROUP,
  UNICAST_NO_SOURCE,
  UNICAST_SELF,
  NOTIFY_ONCE,
  DELAY_CLIPPED,
  NO_TRACK,
  TRACK_SOURCE,
  VMAC_GARP,
  GARP_EXTRA_IDLE,
  PRIORITY_TIE,
  OWNER_TWICE,
  STATE_AGAINST_PRIORITY,
  VRID_REUSED,
  ADDRESSES_DIFFER,
  AUTH_DIFFERS,
  AUTH_SAME_START,
  ADVERT_DIFFERS,
  VERSION_DIFFERS,
  DOWN_TIMER_DIFFERS,
  UNICAST_ONE_SIDED,
  UNICAST_MIXED,
  NOPREEMPT_LOW,
  WEIGHT_NO_CROSSING,
  GROUP_DIFFERS,
  ALLOW_UNUSED,
  ALLOW_ERROR,
  ALLOW_UNKNOWN;

  private static final String PREFIX = "KA-";
  private static final String NOTHING = "-";

  /** The two texts of a rule and its severity, by id. */
  private static final Map<String, List<String>> TEXTS = read();

  /** The rule with an id, in any case of letters. */
  public static Optional<Rule> find(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The stable name, for suppressions and code hosts. */
  public String id() {
    return PREFIX + name().replace('_', '-');
  }

  public Severity severity() {
    return Severity.valueOf(text(1).toUpperCase(Locale.ROOT));
  }

  /** What the rule is about, in a few words. */
  public String title() {
    return text(2);
  }

  /** What to do, in the imperative; empty where nothing is to be done. */
  public Optional<String> fix() {
    return Optional.of(text(3)).filter(fix -> !fix.equals(NOTHING));
  }

  private String text(int column) {
    return Objects.requireNonNull(TEXTS.get(id()), this::id).get(column);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Rule.class.getResourceAsStream("/io/vrrplab/keepalived/rules.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> texts = new LinkedHashMap<>();
      table
          .lines()
          .map(line -> List.of(line.split("\t")))
          .forEach(row -> texts.put(row.get(0), row));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
