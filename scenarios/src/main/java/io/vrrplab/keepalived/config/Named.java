package io.vrrplab.keepalived.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The definitions of one kind, found by their names, which keepalived takes once each. */
public final class Named<T> {

  private final List<T> all;
  private final Map<String, T> byName = new LinkedHashMap<>();

  /**
   * Takes definitions.
   *
   * @param all in the order of the file
   * @param name what each is called
   */
  public Named(List<T> all, Function<T, String> name) {
    this.all = List.copyOf(all);
    this.all.forEach(each -> byName.putIfAbsent(name.apply(each), each));
  }

  /** All, in the order of the file. */
  public List<T> all() {
    return all;
  }

  /** The one of a name. */
  public Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
