package io.vrrplab.benchmark;

import io.vrrplab.wire.IpAddress;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures reading and printing an address, in nanoseconds an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AddressBenchmark {

  @Param({"192.0.2.50", "2001:db8::50"})
  String text = "";

  private IpAddress address = IpAddress.parse("0.0.0.0");

  @Setup
  public void readOnce() {
    address = IpAddress.parse(text);
  }

  @Benchmark
  public IpAddress parse() {
    return IpAddress.parse(text);
  }

  @Benchmark
  public String print() {
    return address.toString();
  }
}
