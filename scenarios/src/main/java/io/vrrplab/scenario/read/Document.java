package io.vrrplab.scenario.read;

/** What all cursors over one file share. */
record Document(Places places, Problems problems) {}
