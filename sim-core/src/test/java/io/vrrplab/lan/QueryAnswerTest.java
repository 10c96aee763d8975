package io.vrrplab.lan;

import static io.vrrplab.World.HOP;
import static io.vrrplab.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.Tape;
import io.vrrplab.World;
import io.vrrplab.fault.Fault;
import io.vrrplab.sim.Limits;
import io.vrrplab.wire.GroupQuery;
import io.vrrplab.wire.GroupRecord;
import io.vrrplab.wire.IgmpQuery;
import io.vrrplab.wire.IgmpReport;
import io.vrrplab.wire.IpAddress;
import io.vrrplab.wire.Ipv4Address;
import io.vrrplab.wire.Ipv4Packet;
import io.vrrplab.wire.Ipv6Address;
import io.vrrplab.wire.Ipv6Packet;
import io.vrrplab.wire.MacAddress;
import io.vrrplab.wire.MldQuery;
import io.vrrplab.wire.MldReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What hosts answer to queries, and when (RFC 3376 5.2, RFC 3810 6.2). */
class QueryAnswerTest {

  private static final IpAddress GROUP = IpAddress.parse("239.1.1.1");
  private static final IpAddress OTHER = IpAddress.parse("239.2.2.2");

  private final World world = World.empty(1, Limits.DEFAULT);

  private void with(boolean switchAsks) {
    Snooping snooping = new Snooping(switchAsks, false, false, Snooping.DEFAULT_TIMEOUT_NANOS);
    world.lab.addSegment(
        new SegmentConfig("lan", LinkProperties.DEFAULT, 300 * SECOND, 0, snooping));
    host("a", 11);
    host("b", 12);
  }

  private void host(String name, int number) {
    world.lab.connect(
        world.lab.addHost(name),
        world.lan(),
        new Subnet(IpAddress.parse("192.0.2." + number), 24),
        new Subnet(IpAddress.parse("2001:db8::" + number), 64));
  }

  private List<GroupRecord> answers(String host) {
    return Stream.concat(
            world.tape.sentBy(host + ":lan", IgmpReport.class).stream(),
            world.tape.sentBy(host + ":lan", MldReport.class).stream())
        .filter(each -> each.atNanos() > 0)
        .flatMap(each ->
            switch (each.payload()) {
              case IgmpReport igmp -> igmp.records().stream();
              case MldReport mld -> mld.records().stream();
              default -> Stream.of();
            })
        .toList();
  }

  private static GroupRecord listening(IpAddress group) {
    return new GroupRecord(GroupRecord.MODE_IS_EXCLUDE, group, List.of());
  }

  @Test
  void shouldAnswerWithAllGroupsOfTheFamilyInOneReport() {
    with(true);
    world.card("b").memberships().join(GROUP);
    world.card("b").memberships().join(OTHER);
    world.runUntil(11 * SECOND);

    assertThat(answers("b"))
        .containsExactly(
            listening(GROUP),
            listening(OTHER),
            listening(Ipv6Address.parse("2001:db8::12").solicitedNodeGroup()),
            listening(Ipv6Address.linkLocal(world.card("b").mac()).solicitedNodeGroup()));
    assertThat(world.tape.sentBy("b:lan", IgmpReport.class))
        .filteredOn(each -> each.atNanos() > 0)
        .hasSize(1);
  }

  @Test
  void shouldAnswerAtRandomWithinTheTimeThatIsLeft() {
    with(true);
    for (int i = 0; i < 50; i++) {
      host("h" + i, 100 + i);
    }
    world.runUntil(11 * SECOND);

    List<Long> moments =
        world.tape.sent(each -> each.atNanos() > 0).stream()
            .filter(each -> each.payload() instanceof MldReport)
            .map(Tape.Sent::atNanos)
            .toList();
    assertThat(moments).hasSize(52).doesNotHaveDuplicates();
    assertThat(moments).allMatch(at -> at <= 10 * SECOND + HOP);
    assertThat(moments.getLast() - moments.getFirst()).isGreaterThan(8 * SECOND);
  }

  private void ask(long atNanos, GroupQuery query) {
    world.at(
        atNanos,
        () ->
            world
                .card("a")
                .transmit(
                    MacAddress.ofMulticast(destination(query)),
                    world.card("a").mac(),
                    switch (query) {
                      case IgmpQuery igmp ->
                          Ipv4Packet.of(
                              Ipv4Address.parse("192.0.2.11"),
                              (Ipv4Address) destination(query),
                              1,
                              igmp);
                      case MldQuery mld ->
                          Ipv6Packet.of(Ipv6Address.parse("2001:db8::11"), mld.group(), 1, mld);
                    }));
  }

  private static IpAddress destination(GroupQuery query) {
    return query.group().equals(Ipv4Address.ANY) ? Ipv4Address.ALL_SYSTEMS : query.group();
  }

  private static IgmpQuery specific(IpAddress group) {
    return new IgmpQuery(10, (Ipv4Address) group, GroupQuery.Details.DEFAULT);
  }

  @Test
  void shouldAnswerForOneGroupIfItListensToIt() {
    with(false);
    world.card("b").memberships().join(GROUP);
    world.card("b").memberships().join(OTHER);
    ask(SECOND, specific(GROUP));
    ask(SECOND, specific(IpAddress.parse("239.3.3.3")));
    world.runUntil(3 * SECOND);

    assertThat(answers("b")).containsExactly(listening(GROUP));
  }

  @Test
  void shouldAnswerSeveralQuestionsThatTheSameAnswerServesOnce() {
    with(false);
    world.card("b").memberships().join(GROUP);
    for (int i = 0; i < 20; i++) {
      ask(SECOND, specific(GROUP));
    }
    world.runUntil(3 * SECOND);

    assertThat(answers("b")).containsExactly(listening(GROUP));
  }

  @Test
  void shouldNotPutOffAnAnswerBecauseItIsAskedAgainAtLeisure() {
    with(false);
    world.card("b").memberships().join(GROUP);
    ask(SECOND, new IgmpQuery(1, (Ipv4Address) GROUP, GroupQuery.Details.DEFAULT));
    ask(SECOND, new IgmpQuery(255, (Ipv4Address) GROUP, GroupQuery.Details.DEFAULT));
    world.runUntil(SECOND + SECOND / 10 + 2 * HOP);

    assertThat(answers("b")).containsExactly(listening(GROUP));
  }

  @Test
  void shouldNotAnswerForAGroupThatItLeftMeanwhile() {
    with(false);
    world.card("b").memberships().join(GROUP);
    ask(SECOND, specific(GROUP));
    world.at(SECOND + 3 * HOP, () -> world.card("b").memberships().leave(GROUP));
    world.runUntil(3 * SECOND);

    assertThat(answers("b")).containsExactly(GroupRecord.leave(GROUP));
  }

  @Test
  void shouldNotAnswerAfterABootWhatItWasAskedBefore() {
    with(false);
    world.card("b").memberships().join(GROUP);
    ask(SECOND, specific(GROUP));
    world
        .at(SECOND + 3 * HOP, new Fault.Crash("b"))
        .at(SECOND + 4 * HOP, new Fault.Start("b"))
        .at(SECOND + 4 * HOP, () -> world.card("b").memberships().join(GROUP))
        .runUntil(3 * SECOND);

    assertThat(answers("b")).contains(GroupRecord.join(GROUP)).doesNotContain(listening(GROUP));
  }

  /** RFC 3376 5.2: a general answer that is due sooner says it all. */
  @Test
  void shouldNotAnswerForOneGroupWhatItIsAboutToSayOfAll() {
    with(false);
    world.card("b").memberships().join(GROUP);
    for (int i = 0; i < 20; i++) {
      ask(SECOND, new IgmpQuery(1, Ipv4Address.ANY, GroupQuery.Details.DEFAULT));
    }
    ask(SECOND, specific(GROUP));
    world.runUntil(3 * SECOND);

    assertThat(answers("b")).containsExactly(listening(GROUP));
  }

  @Test
  void shouldIgnoreQueriesOfMldFromAfar() {
    with(false);
    ask(
        SECOND,
        new MldQuery(
            1000,
            Ipv6Address.parse("2001:db8::12").solicitedNodeGroup(),
            GroupQuery.Details.DEFAULT));
    world.runUntil(3 * SECOND);

    assertThat(answers("b")).isEmpty();
  }
}
