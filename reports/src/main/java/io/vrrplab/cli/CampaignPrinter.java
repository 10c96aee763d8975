package io.vrrplab.cli;

import io.vrrplab.campaign.BrokenExpectation;
import io.vrrplab.campaign.CampaignResult;
import io.vrrplab.report.CampaignJson;
import io.vrrplab.report.CampaignReport;
import io.vrrplab.report.Ink;
import io.vrrplab.report.Printable;

/**
 * Prints a campaign where it does not disturb, and as much of it as is wanted.
 *
 * @param jsonOnStandardOutput whether standard output is taken, so that only a failure is told, on
 *     standard error
 */
record CampaignPrinter(
    Console console, ScenarioSource source, Ink ink, boolean quiet, boolean jsonOnStandardOutput) {

  void print(CampaignResult result) {
    if (jsonOnStandardOutput) {
      if (!result.passed()) {
        console
            .err()
            .print(CampaignReport.verdict(result, source.shown(), this::replay, Ink.PLAIN));
      }
    } else if (quiet) {
      console.out().print(CampaignReport.verdict(result, source.shown(), this::replay, ink));
    } else {
      console.out().print(CampaignReport.full(result, source.shown(), this::replay, ink));
    }
    console.out().flush();
  }

  String json(CampaignResult result) {
    return CampaignJson.of(result, this::replay);
  }

  void printError(String message) {
    console.err().println(Printable.of(source.shown() + ": error: " + message));
  }

  private String replay(BrokenExpectation broken) {
    return source.with(broken.settings()).replay(broken.seed());
  }
}
