package io.vrrplab.cli;

import java.lang.reflect.Proxy;
import java.util.function.LongConsumer;

/** The program, which also says on standard output when the first runs of a campaign are done. */
final class CampaignProcess {

  static final String PROGRESS = "under way";

  private CampaignProcess() {}

  /** Runs the command line and ends the process. */
  public static void main(String[] arguments) {
    Engine simulator = Engine.simulator();
    Object telling =
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (_, method, given) -> {
              if (method.getName().equals("run")) {
                given[3] = telling((LongConsumer) given[3]);
              }
              return method.invoke(simulator, given);
            });
    Main.start(arguments, (Engine) telling);
  }

  private static LongConsumer telling(LongConsumer progress) {
    return done -> {
      progress.accept(done);
      System.out.println(PROGRESS);
    };
  }
}
