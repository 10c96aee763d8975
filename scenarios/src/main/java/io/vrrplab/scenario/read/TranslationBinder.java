package io.vrrplab.scenario.read;

import io.vrrplab.scenario.spec.InterfaceSpec;
import io.vrrplab.scenario.spec.RouterSpec;
import io.vrrplab.scenario.spec.SegmentSpec;
import io.vrrplab.wire.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Binds {@code nat}: public addresses that a router answers for, and the inner ones behind them.
 */
final class TranslationBinder {

  private final Addresses addresses;
  private final AddressBook book;
  private final Function<String, SegmentSpec> segments;

  TranslationBinder(Addresses addresses, AddressBook book, Function<String, SegmentSpec> segments) {
    this.addresses = addresses;
    this.book = book;
    this.segments = segments;
  }

  List<RouterSpec.Translation> bind(String name, Cursor router, List<InterfaceSpec> interfaces) {
    List<RouterSpec.Translation> translations = new ArrayList<>();
    router
        .entries("nat")
        .forEach((written, at) -> {
          Optional<Ipv4Address> publicAddress = addresses.publicAddress(at, written);
          Optional<Ipv4Address> inner = addresses.ipv4(at);
          inner.ifPresent(address -> book.want(at, address));
          publicAddress
              .filter(address -> claims(name, at, address, interfaces))
              .ifPresent(address ->
                  inner.ifPresent(to -> translations.add(new RouterSpec.Translation(address, to))));
        });
    return translations;
  }

  private boolean claims(
      String name, Cursor at, Ipv4Address address, List<InterfaceSpec> interfaces) {
    for (InterfaceSpec each : interfaces) {
      if (segments.apply(each.segment()).subnetOf(address).isPresent()) {
        return book.claim(at, each.segment(), address, name);
      }
    }
    at.errorAtKey("%s is on no segment of \"%s\"".formatted(address, name));
    return false;
  }
}
