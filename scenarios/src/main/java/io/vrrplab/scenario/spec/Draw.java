package io.vrrplab.scenario.spec;

import java.util.List;
import java.util.random.RandomGenerator;

/** How a number comes about: written down, or drawn once a run. Units are those of the quantity. */
public sealed interface Draw {

  /** Draws a value; consumes nothing from {@code random} where there is nothing to draw. */
  double sample(RandomGenerator random);

  /** The value that stands in the file. */
  record Fixed(double value) implements Draw {
    @Override
    public double sample(RandomGenerator random) {
      return value;
    }
  }

  /** Every value from {@code low} up to, not including, {@code high} is equally likely. */
  record Uniform(double low, double high) implements Draw {
    @Override
    public double sample(RandomGenerator random) {
      return low + (high - low) * random.nextDouble();
    }
  }

  /** The bell curve around {@code mean}. */
  record Normal(double mean, double deviation) implements Draw {
    @Override
    public double sample(RandomGenerator random) {
      return mean + deviation * random.nextGaussian();
    }
  }

  /** Waiting times of events that come at random, {@code mean} apart. */
  record Exponential(double mean) implements Draw {
    @Override
    public double sample(RandomGenerator random) {
      return mean * random.nextExponential();
    }
  }

  /** One of the values, each equally likely; there is at least one. */
  record Choice(List<Double> values) implements Draw {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public double sample(RandomGenerator random) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
