package io.vrrplab.conformance.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vrrplab.conformance.device.Configured.Refused;
import io.vrrplab.conformance.device.Configured.Taken;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimulatedDeviceTest {

  private static final Settings USUAL = Settings.IPV4;

  private final SimulatedDevice device = SimulatedDevice.of(Rfc.RFC9568);

  @Test
  void shouldRefuseTwoVirtualRoutersOfOneVridOnOneLanOnly() {
    assertThat(device.configure(List.of(USUAL, USUAL.withPriority(50))))
        .isEqualTo(new Refused("VRID 51 stands twice for IPV4"));
    assertThat(device.configure(List.of(USUAL, USUAL.on(Lan.SECOND)))).isEqualTo(new Taken());
    assertThat(device.configure(List.of(USUAL, Settings.IPV6))).isEqualTo(new Taken());
  }

  @Test
  void shouldTakeTheLastOfWhatItIsToldBeforeItStarts() {
    device.configure(List.of(USUAL.withVirtualRouterId(7)));
    device.configure(List.of(USUAL.withPriority(255)));
    device.start();

    TimedFrame joined = device.next(0);
    TimedFrame advert = device.next(0);

    assertThat(joined).isNotNull();
    assertThat(advert).isNotNull();
    assertThat(advert.lan()).isEqualTo(Lan.FIRST);
    assertThat(device.selfReport().takeovers()).containsExactly(MasterReason.PRIORITY);
  }

  @Test
  void shouldKeepTheVirtualRoutersThatItHasWhileItRuns() {
    device.configure(List.of(USUAL));
    device.start();

    assertThatThrownBy(() -> device.configure(List.of(USUAL.withVirtualRouterId(7))))
        .isInstanceOf(DeviceException.class)
        .hasMessage("a simulated device keeps the virtual routers that it has");
  }

  @Test
  void shouldStandOnAsManyLansAsItDeclares() {
    DeviceProfile profile = device.profile();

    assertThat(profile.on(Lan.SECOND).primaryAddress()).hasToString("198.51.100.11");
    Map<Lan, Attachment> first = new TreeMap<>(Map.of(Lan.FIRST, profile.on(Lan.FIRST)));
    assertThatThrownBy(() -> profile(first, EnumSet.noneOf(Ability.class)))
        .hasMessage("attached to [FIRST]");
    DeviceProfile one = profile(first, EnumSet.of(Ability.SECOND_LAN));
    assertThatThrownBy(() -> one.on(Lan.SECOND)).hasMessage("x does not stand on the second LAN");
  }

  private static DeviceProfile profile(
      Map<Lan, Attachment> attachments, EnumSet<Ability> declined) {
    return new DeviceProfile("x", "", Rfc.RFC9568, attachments, 0, declined);
  }
}
