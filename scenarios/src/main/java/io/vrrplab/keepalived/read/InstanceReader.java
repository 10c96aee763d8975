package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.AdvertRules;
import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.config.GlobalDefaults;
import io.vrrplab.keepalived.config.Instance;
import io.vrrplab.keepalived.config.Preemption;
import io.vrrplab.keepalived.config.VirtualAddress;
import io.vrrplab.keepalived.config.VirtualMac;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import io.vrrplab.vrrp.KeepalivedVersion;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv6Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one vrrp_instance. */
final class InstanceReader {

  private static final String IGNORES = "ignores the line";

  /** The kernel's IFNAMSIZ without the end of the string. */
  static final int LONGEST_NAME = 15;

  private static final Pattern ADDRESS = Pattern.compile("^[0-9]+\\.|:");
  private static final Pattern MAC = Pattern.compile("([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}");

  private final String name;
  private final Settings settings;
  private final Findings findings;
  private final GlobalDefaults globals;
  private final Definitions definitions;
  private final InstanceRequirements requirements;

  InstanceReader(
      String name,
      Settings settings,
      GlobalDefaults globals,
      Definitions definitions,
      KeepalivedVersion version) {
    this.name = name;
    this.requirements = new InstanceRequirements(name, settings, version);
    this.settings = settings;
    this.findings = settings.findings();
    this.globals = globals;
    this.definitions = definitions;
  }

  /** Reads it; empty where keepalived throws the instance away. */
  Optional<Instance> read() {
    boolean master = state();
    String interfaceName = interfaceName();
    int priority = priority(master);
    AddressBlocks.Addresses addresses = new AddressBlocks(settings, interfaceName).read();
    List<VirtualAddress> advertised = requirements.placed(addresses.advertised());
    List<VirtualAddress> excluded = requirements.placed(addresses.excluded());
    int protocol = protocol(addresses.ipv6());
    InstanceCompletion completion = new InstanceCompletion(settings, globals, master);
    UnicastReader unicast = new UnicastReader(settings);
    AdvertRules rules = completion.strict(rules(), priority);
    Duration interval = completion.rounded(interval(), protocol);
    Authentication authentication =
        completion.trailer(
            completion.authentication(new AuthenticationReader(settings).read(), protocol, rules),
            new HmacReader(settings).read(interval, rules.strict()));
    Instance instance =
        new Instance(
            name,
            completion.startsAsMaster(authentication, priority, rules),
            interfaceName,
            settings.integer("virtual_router_id", 1, 255, IGNORES).orElse(0),
            priority,
            protocol,
            addresses.ipv6(),
            interval,
            authentication,
            advertised,
            excluded,
            unicast.source(),
            destination(addresses.ipv6()),
            unicast.read(addresses.ipv6()),
            completion.preemption(preemption(), priority, rules),
            completion.downTimer(downTimer(), rules),
            completion.garp(GarpSettings.ofInstance(settings, globals.garp()), rules),
            rules,
            completion.accept(!settings.has("no_accept"), rules, priority, protocol),
            completion.virtualMac(virtualMac(), !unicast.peerless()),
            tracksInterface(interfaceName, advertised, excluded),
            completion.trackers(
                new TrackerReader(settings, definitions).read(), interfaceName, priority),
            settings.places());
    checkRest();
    return Optional.of(instance).filter(requirements::areMetBy);
  }

  /** One without an interface of its own looks at those of its addresses. */
  private boolean tracksInterface(
      String interfaceName, List<VirtualAddress> advertised, List<VirtualAddress> excluded) {
    return interfaceName.isEmpty()
        ? Stream.concat(advertised.stream(), excluded.stream()).anyMatch(VirtualAddress::tracked)
        : !settings.has("dont_track_primary");
  }

  /** An instance that says state MASTER and no priority is an owner. */
  private int priority(boolean master) {
    boolean owner = master && !settings.has("priority");
    return settings.integer("priority", 1, 255, "takes 100").orElse(owner ? Instance.OWNER : 100);
  }

  /** MASTER stays, whatever is said later. */
  private boolean state() {
    boolean master = false;
    for (Node node : settings.all("state")) {
      Word word = node.words().get(1);
      switch (word.text()) {
        case "MASTER" -> master = true;
        case "BACKUP" -> {
          if (master) {
            add(Rule.STATE_TWICE, word.at(), "state MASTER stands above; keepalived keeps it");
          }
        }
        default ->
            add(
                Rule.STATE_UNKNOWN,
                word.at(),
                "keepalived knows no state \"%s\" and takes BACKUP".formatted(word.text()));
      }
    }
    settings.word("state");
    return master;
  }

  private String interfaceName() {
    Optional<Word> word = settings.word("interface");
    if (word.isPresent() && word.get().text().equals("lo")) {
      add(
          Rule.INTERFACE_LOOPBACK,
          word.get().at(),
          "VRRP does not run on the loopback; keepalived ignores the line");
      return "";
    }
    if (word.isPresent() && word.get().text().length() > LONGEST_NAME) {
      add(
          Rule.VALUE_INVALID,
          word.get().at(),
          "no interface has a name of more than %d characters; keepalived ignores the line"
              .formatted(LONGEST_NAME));
      return "";
    }
    return word.map(Word::text).orElse("");
  }

  /** IPv6 is always version 3. */
  private int protocol(boolean ipv6) {
    OptionalInt written = settings.integer("version", 2, 3, IGNORES);
    if (ipv6 && written.orElse(3) == 2) {
      add(
          Rule.VERSION_CONFLICT,
          settings.places().of("version"),
          "VRRP over IPv6 is version 3; keepalived uses it in silence");
    }
    return ipv6 ? 3 : written.orElse(globals.version());
  }

  private Duration interval() {
    return settings.seconds("advert_int", "0.01", "255", "takes 1 s").orElse(Duration.ofSeconds(1));
  }

  private int downTimer() {
    return settings
        .integer("down_timer_adverts", 1, 100, IGNORES)
        .orElse(globals.downTimerAdverts());
  }

  private AdvertRules rules() {
    AdvertRules all = globals.rules();
    boolean strict = settings.bool("strict_mode").orElse(all.strict());
    return new AdvertRules(
        settings.bool("lower_prio_no_advert").orElse(all.lowerPriorityNoAdvert() || strict),
        settings.bool("higher_prio_send_advert").orElse(all.higherPrioritySendAdvert()),
        settings.bool("owner_ignore_adverts").orElse(all.ownerIgnoreAdverts()),
        settings.has("check_unicast_src") || all.checkUnicastSource(),
        settings.has("skip_check_adv_addr") || all.skipCheckAddresses(),
        strict,
        settings.bool("v3_checksum_as_v2").orElse(all.v3ChecksumAsV2()));
  }

  private IpAddress destination(boolean ipv6) {
    IpAddress inherited = ipv6 ? globals.multicastGroupV6() : globals.multicastGroupV4();
    Optional<IpAddress> written = settings.address("mcast_dst_ip");
    if (written.isPresent()
        && (!written.get().isMulticast() || written.get() instanceof Ipv6Address != ipv6)) {
      add(
          Rule.VALUE_INVALID,
          settings.places().of("mcast_dst_ip"),
          "%s is no multicast address of the instance's family; keepalived uses %s"
              .formatted(written.get(), inherited));
      return inherited;
    }
    return written.orElse(inherited);
  }

  private Preemption preemption() {
    boolean allowed = true;
    for (Node node : settings.nodes()) {
      allowed =
          switch (node.keyword()) {
            case "preempt" -> true;
            case "nopreempt" -> false;
            default -> allowed;
          };
    }
    Duration delay = settings.seconds("preempt_delay", "0", "1000", IGNORES).orElse(Duration.ZERO);
    return new Preemption(allowed, delay, yieldWhenLate());
  }

  private OptionalInt yieldWhenLate() {
    for (String keyword : new String[] {"timer_expired_backup", "thread_timer_expired"}) {
      if (settings.has(keyword)) {
        OptionalInt priority = settings.integer(keyword, 1, 254, "takes 254");
        return OptionalInt.of(priority.orElse(254));
      }
    }
    return OptionalInt.empty();
  }

  private VirtualMac virtualMac() {
    boolean used = settings.has("use_vmac");
    return new VirtualMac(used, settings.has("vmac_xmit_base"), settings.has("use_vmac_addr"));
  }

  /** What has no place in the model, and may be wrong all the same. */
  private void checkRest() {
    settings.integer("debug", 0, 4, IGNORES);
    for (Node line : settings.lines("virtual_routes")) {
      RouteCheck.check(line.words(), null, findings);
    }
    for (Node line : settings.lines("virtual_rules")) {
      RuleCheck.check(line.words(), null, findings);
    }
    settings.bool("smtp_alert");
    checkLinks();
  }

  private void checkLinks() {
    if (settings.has("vrf") && settings.has("interface")) {
      invalid("vrf", "vrf does not go with interface; keepalived ignores it");
    }
    if (settings.has("use_ipvlan") && !hasSource()) {
      invalid(
          "use_ipvlan", "use_ipvlan needs a source address; without, the instance stays in FAULT");
    }
    settings.all("use_vmac").forEach(this::checkVirtualMac);
    if (settings.all("use_vmac").stream().anyMatch(node -> node.values().size() > 1)) {
      invalid("use_vmac", "use_vmac takes one name; keepalived ignores the second");
    }
  }

  /** use_ipvlan may say it itself. */
  private boolean hasSource() {
    return new UnicastReader(settings).source().isPresent()
        || settings.all("use_ipvlan").stream()
            .flatMap(node -> node.values().stream())
            .anyMatch(word -> ADDRESS.matcher(word.text()).find());
  }

  /** A name for the interface, or a MAC address, which is what has colons. */
  private void checkVirtualMac(Node node) {
    for (Word word : node.values()) {
      String text = word.text();
      boolean right = text.indexOf(':') >= 0 ? MAC.matcher(text).matches() : isInterface(text);
      if (!right) {
        invalid("use_vmac", "\"%s\" is no name of an interface and no MAC address".formatted(text));
      }
    }
  }

  private static boolean isInterface(String name) {
    return name.length() <= LONGEST_NAME
        && name.indexOf('/') < 0
        && name.chars().noneMatch(Character::isWhitespace);
  }

  private void invalid(String keyword, String message) {
    add(Rule.VALUE_INVALID, settings.places().of(keyword), message);
  }

  private void add(Rule rule, Position at, String message) {
    findings.add(rule, at, "%s", message);
  }
}
