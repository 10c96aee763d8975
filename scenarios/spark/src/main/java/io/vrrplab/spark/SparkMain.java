package io.vrrplab.spark;

import io.vrrplab.cli.Main;
import org.apache.spark.SparkConf;

/** The program for {@code spark-submit}: {@code vrrplab} with campaigns on the cluster. */
public final class SparkMain {

  private SparkMain() {}

  /** Runs the command line and ends the process. */
  public static void main(String[] arguments) {
    Main.start(arguments, new SparkEngine(new SparkConf()));
  }
}
