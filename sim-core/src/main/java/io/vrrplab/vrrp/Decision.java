package io.vrrplab.vrrp;

/** Why a step went as it did, so that a log can tell. */
public enum Decision {
  STARTUP_OWNER("started as the owner of the addresses"),
  STARTUP_BACKUP("started, listens for a Master"),
  SHUTDOWN("stopped in good order"),
  FAULT("its interface, or something that it tracks, failed"),
  GROUP_FAULT("another member of its sync group failed"),
  ADDRESS_REMOVED("other software removed one of its addresses"),
  GROUP_YIELDED("another member of its sync group became Backup"),
  GROUP_REASSERTED("another member of its sync group heard a losing advert"),
  RECONFIGURED("its priority changed"),
  RELOADING("its configuration is about to be read again"),
  RELOADED("its configuration was read again"),
  NOTHING_HEARD("no Master was heard until Master_Down_Timer fired"),
  ADVERT_DUE("the next advert was due"),
  TOO_LATE("the next advert was due so long ago that another may be Master by now"),
  ANNOUNCEMENT_DUE("a delayed announcement was due"),
  PRIORITY_ZERO_HEARD("the Master gave up its role"),
  PRIORITY_ZERO_ANSWERED("somebody else gave up the role; answered with an advert"),
  HIGHER_PRIORITY_HEARD("a higher priority was heard"),
  EQUAL_PRIORITY_HEARD("the own priority was heard from the Master"),
  HIGHER_ADDRESS_HEARD("the own priority was heard from a higher address"),
  VERSION_2_COPY_IGNORED("a version 2 advert of a Master that speaks version 3 has no effect"),
  LOWER_PRIORITY_TOLERATED("a lower priority was heard, but preemption is off"),
  PREEMPT_DELAY_STARTED("a lower priority was heard, which starts the preempt delay"),
  PREEMPT_DELAY_RUNNING("a lower priority was heard while the preempt delay runs"),
  PREEMPT_DELAY_OVER("the preempt delay is over"),
  OWNER_CONFLICT("another owner was heard; the own priority is lowered to 254"),
  LOWER_PRIORITY_DISCARDED("a lower priority was heard and discarded"),
  LOWER_PRIORITY_ANSWERED("a lower priority was heard and answered with an advert"),
  SMALLER_ADDRESS_DISCARDED("the own priority was heard from an address not higher; discarded"),
  SMALLER_ADDRESS_ANSWERED("the own priority was heard from an address not higher; answered"),
  REJECTED_ADVERT_IGNORED("an advert that failed a check has no effect"),
  REJECTED_ADVERT_RESTARTED_TIMER("an advert that failed a check restarted the advert timer"),
  NOT_RUNNING("the virtual router is not started"),
  OUT_OF_PLACE("the event has no meaning in this state");

  private final String words;

  Decision(String words) {
    this.words = words;
  }

  /** A phrase without a full stop. */
  public String words() {
    return words;
  }
}
