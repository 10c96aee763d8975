package io.vrrplab;

/**
 * One thing that the RFCs ask of a VRRP router.
 *
 * @param id the stable name that tests cite
 * @param area such as {@code timers}; groups the page
 * @param level the strongest keyword among the clauses, or {@code stated}
 * @param versions the versions of the protocol that it is about
 * @param families the IP families that it is about
 * @param clauses where the RFCs say it
 * @param title what it says, in a few words
 */
record RequirementEntry(
    String id,
    String area,
    String level,
    String versions,
    String families,
    String clauses,
    String title) {}
