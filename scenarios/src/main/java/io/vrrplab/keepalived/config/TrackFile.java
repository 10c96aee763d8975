package io.vrrplab.keepalived.config;

import java.util.OptionalInt;

/**
 * A track_file: a file that holds a number.
 *
 * @param name by which instances refer to it
 * @param path of the file
 * @param weight by which the number is multiplied; 0: a number other than 0 is a fault
 * @param reverse whether the sign is turned
 * @param initial what the file is made with where init_file is written
 * @param places where each keyword stands
 */
public record TrackFile(
    String name, String path, int weight, boolean reverse, OptionalInt initial, Places places) {}
