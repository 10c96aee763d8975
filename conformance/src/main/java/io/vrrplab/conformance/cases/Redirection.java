package io.vrrplab.conformance.cases;

import static io.vrrplab.conformance.bench.Situations.becomeMaster;
import static io.vrrplab.conformance.bench.Window.SOON;
import static io.vrrplab.conformance.device.Ability.REDIRECTS;
import static io.vrrplab.vrrp.AddressFamily.IPV4;
import static io.vrrplab.vrrp.AddressFamily.IPV6;

import io.vrrplab.conformance.bench.Anatomy;
import io.vrrplab.conformance.bench.Bench;
import io.vrrplab.conformance.bench.Seen;
import io.vrrplab.wire.MacAddress;

/**
 * RFC 3768 8.1, RFC 5798 and RFC 9568 8.1.1 and 8.2.1: redirects. A host sends to the virtual
 * router what is for a host beside it, which is what a redirect is for.
 */
public final class Redirection {

  @Case(
      id = "redirect-from-virtual-address",
      title = "a redirect comes from the address that the host used",
      over = {IPV4, IPV6},
      needs = REDIRECTS,
      obeys = {
        "VRRP-OPS-REDIRECT-ALLOWED",
        "VRRP-OPS-REDIRECT-SRC-IPV4",
        "VRRP-OPS-REDIRECT-SRC-IPV6"
      })
  void comesFromVirtualAddress(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long sent = Hosts.introduceAndSend(bench);
    Seen seen = bench.expect("a redirect", Anatomy::isRedirect, bench.after(sent, SOON));
    bench.expectSame(
        "IP source",
        bench.settings().family() == IPV4 ? "26-29" : "22-37",
        bench.virtualAddress().toString(),
        seen.frame().source().toString());
  }

  @Case(
      id = "redirect-source",
      title = "no redirect comes from another address than the one that the host used",
      over = {IPV4, IPV6},
      refuses = {"VRRP-OPS-REDIRECT-SRC-IPV4", "VRRP-OPS-REDIRECT-SRC-IPV6"})
  void comesFromNoOther(Bench bench) {
    becomeMaster(bench);
    bench.pass(bench.nowNanos() + SOON.toNanos());
    long sent = Hosts.introduceAndSend(bench);
    bench.expectNone(
        "redirect from another than the virtual address",
        frame -> frame.isRedirect() && !frame.source().equals(bench.virtualAddress()),
        sent + SOON.toNanos());
  }

  @Case(
      id = "redirect-off",
      title = "a router whose redirects are switched off tells nobody of a shorter way",
      over = {IPV4, IPV6},
      obeys = "VRRP-OPS-REDIRECT-DISABLE")
  void switchedOff(Bench bench) {
    expectNoRedirect(bench, bench.settings().virtualMac());
  }

  @Case(
      id = "redirect-off-own-mac",
      title = "with redirects off, a packet that comes by the router's own MAC brings none either",
      over = {IPV4, IPV6},
      refuses = "VRRP-OPS-REDIRECT-DISABLE")
  void switchedOffByOwnMac(Bench bench) {
    expectNoRedirect(bench, bench.deviceMac());
  }

  private static void expectNoRedirect(Bench bench, MacAddress by) {
    becomeMaster(bench, bench.settings().withRedirects(false));
    bench.pass(bench.nowNanos() + SOON.toNanos());
    Hosts.introduce(bench, Hosts.asking(bench));
    Hosts.introduce(bench, Hosts.other(bench));
    bench.pass(bench.nowNanos());
    long sent = Hosts.send(bench, Hosts.other(bench), by);
    bench.expectNone("redirect", Anatomy::isRedirect, sent + SOON.toNanos());
  }
}
