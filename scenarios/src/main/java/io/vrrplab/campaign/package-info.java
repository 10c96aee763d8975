/**
 * Campaigns: one scenario many times over, and over every point of its sweep.
 *
 * <p>A {@link io.vrrplab.campaign.CampaignPlan} says what to run; a {@link
 * io.vrrplab.campaign.Campaign} runs it on any number of threads and gives a {@link
 * io.vrrplab.campaign.CampaignResult}: distributions, shares and the runs that broke an
 * expectation. Runs are worked off in blocks, and whoever finishes first, blocks are folded into
 * the result in the order of the plan, so that the result does not know how many threads there
 * were.
 */
@NullMarked
package io.vrrplab.campaign;

import org.jspecify.annotations.NullMarked;
