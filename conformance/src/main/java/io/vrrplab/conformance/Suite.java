package io.vrrplab.conformance;

import io.vrrplab.conformance.bench.CaseBody;
import io.vrrplab.conformance.bench.Standing;
import io.vrrplab.conformance.cases.Case;
import io.vrrplab.conformance.cases.CaseCatalogue;
import io.vrrplab.conformance.device.Rfc;
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
    if (method.getParameterCount() == 1) {
      CaseBody body = bench -> invoke(method, section, bench);
      List<String> tags = List.of(tag(section));
      return List.of(of(described, described.id(), described.title(), tags, body));
    }
    List<ConformanceCase> cases = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      CaseBody body = bench -> invoke(method, section, bench, standing);
      String title = described.title() + " in " + standing.label();
      List<String> tags = List.of(tag(section), standing.key());
      cases.add(of(described, described.id() + "/" + standing.key(), title, tags, body));
    }
    return cases;
  }

  /** The part of the protocol that a class is about: {@code BackupState} gives backup-state. */
  private static String tag(Object section) {
    String name = section.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static ConformanceCase of(
      Case described, String id, String title, List<String> tags, CaseBody body) {
    return new ConformanceCase(
        id,
        described.version(),
        title,
        tags,
        Stream.of(described.obeys()).map(Requirements::of).toList(),
        Stream.of(described.refuses()).map(Requirements::of).toList(),
        List.of(described.rfcs()),
        List.of(described.needs()),
        body);
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
