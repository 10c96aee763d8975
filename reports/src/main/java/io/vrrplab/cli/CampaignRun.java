package io.vrrplab.cli;

import io.vrrplab.campaign.Campaign;
import io.vrrplab.campaign.CampaignPlan;
import io.vrrplab.campaign.CampaignResult;
import io.vrrplab.sim.LimitReachedException;

/** Runs a campaign; the blocks that are finished are never lost. */
final class CampaignRun {

  private final CampaignPlan plan;
  private final Campaign campaign;
  private final ResultFiles files;
  private final CampaignPrinter printer;
  private boolean closed;

  CampaignRun(CampaignPlan plan, ResultFiles files, CampaignPrinter printer) {
    this.plan = plan;
    this.campaign = new Campaign(plan);
    this.files = files;
    this.printer = printer;
  }

  /** Runs it, unless interrupted, and gives the exit code. */
  int run(Engine engine, ScenarioSource source, int jobs, Console console, Interrupt interrupt)
      throws Refusal {
    Progress progress = new Progress(console, plan.totalRuns());
    interrupt.onRaise(() -> rescue(progress));
    if (!interrupt.isRaised()) {
      try {
        engine.run(campaign, source.shown(), jobs, progress::show);
      } catch (LimitReachedException e) {
        progress.clear();
        printer.printError(String.valueOf(e.getMessage()));
        return ExitCode.CANNOT_RUN;
      }
    }
    if (interrupt.isRaised()) {
      return ExitCode.INTERRUPTED;
    }
    progress.clear();
    return close().passed() ? ExitCode.HELD : ExitCode.NOT_HELD;
  }

  /** Prints and writes what there is, once. */
  private synchronized CampaignResult close() throws Refusal {
    CampaignResult result = campaign.result();
    if (!closed) {
      closed = true;
      printer.print(result);
      files.write(printer.json(result));
    }
    return result;
  }

  /** Runs on the thread of the signal; the workers may be in the midst of a block. */
  private void rescue(Progress progress) {
    campaign.cancel();
    progress.clear();
    try {
      if (campaign.result().runs() > 0) {
        close();
      }
      files.discard();
    } catch (Refusal refusal) {
      printer.printError(refusal.line());
    }
  }
}
