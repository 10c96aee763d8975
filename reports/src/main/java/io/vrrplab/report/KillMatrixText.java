package io.vrrplab.report;

import io.vrrplab.conformance.Requirement;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.conformance.mutant.KillMatrix;
import io.vrrplab.conformance.mutant.Mutant;
import io.vrrplab.conformance.mutant.Mutants;
import java.util.List;
import java.util.stream.Stream;

/** Which case notices which mutant, for people and as JSON {@code vrrplab-mutants/1}. */
public final class KillMatrixText {

  private KillMatrixText() {}

  /** A line for each mutant under each document, and the sum. */
  public static String full(KillMatrix matrix) {
    StringBuilder text = new StringBuilder();
    for (Mutant mutant : Mutants.all()) {
      text.append("%s: %s\n".formatted(mutant.id(), mutant.words()));
      text.append("  breaks    %s\n".formatted(String.join(" ", broken(mutant))));
      for (Rfc rfc : mutant.rfcs()) {
        List<String> killers = matrix.killers(mutant, rfc);
        text.append(
            "  %s  %s\n"
                .formatted(
                    rfc.title(), killers.isEmpty() ? "SURVIVES" : String.join(" ", killers)));
      }
    }
    return text.append('\n').append(sum(matrix)).toString();
  }

  private static List<String> broken(Mutant mutant) {
    return mutant.breaks().stream().map(Requirement::id).toList();
  }

  /** One line. */
  public static String sum(KillMatrix matrix) {
    long survivors = matrix.survivors().stream().map(KillMatrix.Row::mutant).distinct().count();
    long idle =
        Stream.of(Rfc.values()).flatMap(rfc -> matrix.idle(rfc).stream()).distinct().count();
    return "%s  %d of %d mutants are noticed, %d of %d cases notice one\n"
        .formatted(
            matrix.isWhole() ? "PASS" : "FAIL",
            Mutants.all().size() - survivors,
            Mutants.all().size(),
            matrix.suite().cases().size() - idle,
            matrix.suite().cases().size());
  }

  /** As JSON. */
  public static String json(KillMatrix matrix) {
    return PrettyJson.write(json -> {
      json.writeStartObject();
      json.writeStringProperty("format", "vrrplab-mutants/1");
      json.writeStringProperty("suite", matrix.suite().digest());
      json.writeBooleanProperty("whole", matrix.isWhole());
      json.writeArrayPropertyStart("mutants");
      for (Mutant mutant : Mutants.all()) {
        json.writeStartObject();
        json.writeStringProperty("id", mutant.id());
        json.writeStringProperty("does", mutant.words());
        json.writeArrayPropertyStart("breaks");
        broken(mutant).forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("killers");
        for (Rfc rfc : mutant.rfcs()) {
          json.writeArrayPropertyStart(rfc.number());
          matrix.killers(mutant, rfc).forEach(json::writeString);
          json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectPropertyStart("idle");
      for (Rfc rfc : Rfc.values()) {
        json.writeArrayPropertyStart(rfc.number());
        matrix.idle(rfc).forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeEndObject();
    });
  }
}
