package io.vrrplab.report;

import io.vrrplab.conformance.CaseResult;
import io.vrrplab.conformance.expect.Judged;
import io.vrrplab.conformance.expect.JudgedRun;
import io.vrrplab.conformance.verdict.Verdict;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes conformance runs as the XML that CI systems read. A broken requirement is a failure, a
 * broken tester an error, an inconclusive case an error of the type {@code inconclusive}, and what
 * was not run is skipped.
 */
public final class ConformanceJunit {

  private final ConformanceOutcome outcome;
  private final XMLStreamWriter xml;
  private final boolean strict;

  private ConformanceJunit(ConformanceOutcome outcome, XMLStreamWriter xml, boolean strict) {
    this.outcome = outcome;
    this.xml = xml;
    this.strict = strict;
  }

  /**
   * Writes all runs of a command.
   *
   * @param strict whether advice that is not followed is a failure
   */
  public static String of(ConformanceOutcome outcome, boolean strict) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new ConformanceJunit(outcome, xml, strict).suites();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
    return text.append('\n').toString();
  }

  private void suites() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    for (JudgedRun run : outcome.runs()) {
      suite(run);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(JudgedRun run) throws XMLStreamException {
    String name = run.run().device().name() + "." + run.run().device().rfc().title();
    List<Kind> kinds = run.cases().stream().map(this::kind).toList();
    line(1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(kinds.size()));
    xml.writeAttribute("failures", count(kinds, Kind.FAILURE));
    xml.writeAttribute("errors", count(kinds, Kind.ERROR));
    xml.writeAttribute("skipped", count(kinds, Kind.SKIPPED));
    for (Judged each : run.cases()) {
      testcase(name, each);
    }
    line(1);
    xml.writeEndElement();
  }

  private static String count(List<Kind> kinds, Kind kind) {
    return Long.toString(kinds.stream().filter(each -> each == kind).count());
  }

  private enum Kind {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private Kind kind(Judged judged) {
    return switch (judged.counts()) {
      case PASS, INFO -> Kind.PASSED;
      case NON_STRICT -> strict ? Kind.FAILURE : Kind.PASSED;
      case FAIL -> Kind.FAILURE;
      case INCONCLUSIVE, ERROR -> Kind.ERROR;
      case NOT_APPLICABLE, SKIPPED, NOT_RUN -> Kind.SKIPPED;
    };
  }

  private void testcase(String className, Judged judged) throws XMLStreamException {
    CaseResult result = judged.result();
    line(2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", className);
    xml.writeAttribute("name", result.title());
    xml.writeAttribute("time", BigDecimal.valueOf(result.findings().seconds()).toPlainString());
    switch (kind(judged)) {
      case PASSED -> known(judged);
      case FAILURE -> detail("failure", judged);
      case ERROR -> detail("error", judged);
      case SKIPPED -> {
        line(3);
        xml.writeEmptyElement("skipped");
        xml.writeAttribute(
            "message", result.verdict().key() + ": " + Printable.of(result.findings().seen()));
      }
    }
    line(2);
    xml.writeEndElement();
  }

  private void detail(String element, Judged judged) throws XMLStreamException {
    CaseResult result = judged.result();
    boolean found = judged.outcome() == Judged.Outcome.AS_FOUND;
    line(3);
    xml.writeStartElement(element);
    xml.writeAttribute("type", found ? result.verdict().key() : judged.outcome().key());
    xml.writeAttribute("message", Printable.of(message(judged)));
    xml.writeCharacters(text(result));
    xml.writeEndElement();
  }

  private static String message(Judged judged) {
    return switch (judged.outcome()) {
      case AS_FOUND, OTHERWISE ->
          "allowed %s, seen %s"
              .formatted(judged.result().findings().expected(), judged.result().findings().seen());
      case EXPECTED, EXPIRED, UNEXPECTED_PASS -> ConformanceText.expectation(judged);
    };
  }

  /** What passes only because it is known should still be seen to deviate. */
  private void known(Judged judged) throws XMLStreamException {
    if (judged.result().verdict() != Verdict.PASS) {
      line(3);
      xml.writeStartElement("system-out");
      xml.writeCharacters(ConformanceText.expectation(judged) + "\n" + text(judged.result()));
      xml.writeEndElement();
    }
  }

  /** Control characters are no XML, whatever a device may have put into a message. */
  private String text(CaseResult result) {
    return String.join("\n", outcome.evidence(result).lines().map(Printable::of).toList());
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
