package io.vrrplab.conformance;

import io.vrrplab.conformance.bench.CaseBody;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.conformance.cases.Case;
import io.vrrplab.conformance.cases.CaseCatalogue;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.vrrp.AddressFamily;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A set of cases in the order of their ids.
 *
 * @param cases no two of the same id
 */
public record Suite(List<ConformanceCase> cases) {

  /** The case that shows that a device can be talked to at all. */
  public static final String BASELINE = "baseline";

  private static final Suite CANONICAL = read(CaseCatalogue.all());

  public Suite {
    cases = List.copyOf(cases);
  }

  /** All cases that there are. */
  public static Suite canonical() {
    return CANONICAL;
  }

  /**
   * The case of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ConformanceCase named(String id) {
    return cases.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no case " + id));
  }

  /** A short name of what is judged: it changes with every id and every version of a case. */
  public String digest() {
    CRC32 crc = new CRC32();
    for (ConformanceCase each : cases) {
      crc.update((each.id() + " " + each.version() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return "%08x".formatted(crc.getValue());
  }

  /** The tags that its cases have, sorted. */
  public List<String> tags() {
    return cases.stream().flatMap(each -> each.tags().stream()).distinct().sorted().toList();
  }

  /** The cases that apply to a document. */
  public Suite under(Rfc rfc) {
    return new Suite(cases.stream().filter(each -> each.rfcs().contains(rfc)).toList());
  }

  private static Suite read(List<Object> sections) {
    Map<String, ConformanceCase> byId = new TreeMap<>();
    for (Object section : sections) {
      for (Method method : section.getClass().getDeclaredMethods()) {
        Case described = method.getAnnotation(Case.class);
        for (ConformanceCase each :
            described == null ? none() : cases(section, method, described)) {
          if (byId.put(each.id(), each) != null) {
            throw new IllegalStateException("two cases are called " + each.id());
          }
        }
      }
    }
    return new Suite(List.copyOf(byId.values()));
  }

  private static Collection<ConformanceCase> none() {
    return List.of();
  }

  private static Collection<ConformanceCase> cases(Object section, Method method, Case described) {
    method.setAccessible(true);
    List<ConformanceCase> cases = new ArrayList<>();
    for (AddressFamily family : described.over()) {
      Variant plain = new Variant(described.id(), described.title(), List.of(tag(section)));
      Variant variant = family == AddressFamily.IPV4 ? plain : plain.over(family, described);
      if (method.getParameterCount() == 1) {
        cases.add(of(described, variant, family, bench -> invoke(method, section, bench)));
        continue;
      }
      for (Standing standing : Standing.values()) {
        CaseBody body = bench -> invoke(method, section, bench, standing);
        cases.add(of(described, variant.in(standing), family, body));
      }
    }
    return cases;
  }

  /** One of the ways in which a case is run: over both families, in both states. */
  private record Variant(String id, String title, List<String> tags) {

    /** A case that is about this family alone needs no word for it. */
    Variant over(AddressFamily family, Case described) {
      String key = family.name().toLowerCase(Locale.ROOT);
      List<String> tagged = Stream.concat(tags.stream(), Stream.of(key)).toList();
      return described.over().length == 1
          ? new Variant(id, title, tagged)
          : new Variant(id + "/" + key, title + " over IPv6", tagged);
    }

    Variant in(Standing standing) {
      return new Variant(
          id + "/" + standing.key(),
          title + " in " + standing.label(),
          Stream.concat(tags.stream(), Stream.of(standing.key())).toList());
    }
  }

  /** The part of the protocol that a class is about: {@code BackupState} gives backup-state. */
  private static String tag(Object section) {
    String name = section.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static ConformanceCase of(
      Case described, Variant variant, AddressFamily family, CaseBody body) {
    return new ConformanceCase(
        variant.id(),
        described.version(),
        variant.title(),
        variant.tags(),
        family,
        requirements(described.obeys(), family),
        requirements(described.refuses(), family),
        Stream.of(described.rfcs())
            .filter(rfc -> family == AddressFamily.IPV4 || rfc.version() == 3)
            .toList(),
        List.of(described.needs()),
        body);
  }

  /** A case over both families names the requirements of both; each way tests its own. */
  private static List<Requirement> requirements(String[] ids, AddressFamily family) {
    return Stream.of(ids)
        .map(Requirements::of)
        .filter(requirement -> requirement.families().contains(family))
        .toList();
  }

  private static void invoke(Method method, Object section, Object... arguments) {
    try {
      method.invoke(section, arguments);
    } catch (InvocationTargetException e) {
      // what ends a case is unchecked; it goes on to the bench as it came
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a case threw what no case may", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a case cannot be called: " + method, e);
    }
  }
}
