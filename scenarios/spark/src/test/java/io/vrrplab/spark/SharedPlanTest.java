package io.vrrplab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.vrrplab.campaign.CampaignPlan;
import io.vrrplab.scenario.read.ScenarioReader;
import io.vrrplab.scenario.read.SweepReading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that arrives on a machine where none of its files are. */
class SharedPlanTest {

  private static final String SCENARIO =
      """
      scenario: Somebody's own nodes
      duration: 10s
      segments:
        lan: { subnet: 192.0.2.0/24 }
      nodes:
        m1: { segment: lan, address: 192.0.2.11, keepalived: m1/keepalived.conf }
        m2: { segment: lan, address: 192.0.2.12, keepalived: m2.conf }
      sweep:
        loss: { set: segments.lan.loss, over: [0%, 3%] }
      """;

  private static final String INSTANCE =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 41
        include parts/*.conf
        include nowhere.conf
        virtual_ipaddress { 192.0.2.50 }
      }
      """;

  @TempDir Path folder;

  @Test
  void shouldBeTheSameWhereNoneOfItsFilesAre() throws Exception {
    write("scenario.yaml", SCENARIO);
    write("m1/keepalived.conf", INSTANCE);
    write("m1/parts/priority.conf", "priority 200\ninclude more.conf\n");
    write("m1/parts/more.conf", "advert_int 3\n");
    write("m2.conf", INSTANCE);
    CampaignPlan plan = plan();

    SharedPlan sent = SharedPlan.of(folder.resolve("scenario.yaml").toString(), plan);
    Files.move(folder.resolve("m1"), folder.resolve("gone"));
    Files.delete(folder.resolve("m2.conf"));
    SharedPlan received = throughTheWire(sent);

    assertThat(received.plan().points()).hasSize(2).isEqualTo(plan.points());
    assertThat(plan.points().getFirst().scenario().nodes().getFirst().vrrp().getFirst())
        .satisfies(vrrp -> assertThat(vrrp.priorityValue()).isEqualTo(200))
        .satisfies(vrrp -> assertThat(vrrp.intervalNanos()).isEqualTo(3_000_000_000L));
  }

  private CampaignPlan plan() {
    SweepReading read = new ScenarioReader().readSweep(folder.resolve("scenario.yaml"));
    return new CampaignPlan(((SweepReading.Read) read).points(), 1, 10, null);
  }

  private static SharedPlan throughTheWire(SharedPlan sent)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
      return (SharedPlan) in.readObject();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
