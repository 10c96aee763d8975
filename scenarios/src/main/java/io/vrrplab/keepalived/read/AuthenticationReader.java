package io.vrrplab.keepalived.read;

import io.vrrplab.keepalived.config.Authentication;
import io.vrrplab.keepalived.finding.Findings;
import io.vrrplab.keepalived.finding.Position;
import io.vrrplab.keepalived.finding.Rule;
import io.vrrplab.keepalived.syntax.Node;
import io.vrrplab.keepalived.syntax.Word;
import java.util.Optional;

/** Reads the block authentication of an instance. */
final class AuthenticationReader {

  /** The field of RFC 2338 5.3.10. */
  private static final int MAX_LENGTH = 8;

  private final Settings settings;
  private final Findings findings;

  AuthenticationReader(Settings settings) {
    this.settings = settings;
    this.findings = settings.findings();
  }

  /** What is written, with a password in effect of at most 8 characters. */
  Authentication read() {
    Authentication authentication = Authentication.NONE;
    for (Node block : settings.all("authentication")) {
      Settings inner = new Settings(block.children(), block.at(), findings);
      Authentication.Type type = type(block, inner);
      String password = block.all("auth_pass").map(this::password).reduce("", (_, last) -> last);
      authentication =
          type == Authentication.Type.NONE
              ? Authentication.NONE
              : Authentication.of(
                  type, password.substring(0, Math.min(MAX_LENGTH, password.length())), password);
      if (type != Authentication.Type.NONE && password.isEmpty()) {
        findings.add(
            Rule.AUTH_NO_PASSWORD,
            block.at(),
            "there is no auth_pass; keepalived drops the authentication");
        authentication = Authentication.NONE;
      }
    }
    return authentication;
  }

  private Authentication.Type type(Node block, Settings inner) {
    Optional<Word> word =
        block.all("auth_type").flatMap(node -> node.value().stream()).reduce((_, last) -> last);
    if (word.isEmpty()) {
      return Authentication.Type.NONE;
    }
    Optional<Word> extra =
        block
            .all("auth_type")
            .filter(node -> node.words().size() > 2)
            .map(node -> node.words().get(2))
            .findFirst();
    extra.ifPresent(it -> remark(it.at(), it.text(), inner));
    return switch (word.get().text()) {
      case "PASS" -> Authentication.Type.PASS;
      case "AH" -> Authentication.Type.AH;
      default -> {
        findings.add(
            Rule.AUTH_TYPE,
            word.get().at(),
            "keepalived knows no auth_type \"%s\" and uses none",
            word.get().text());
        yield Authentication.Type.NONE;
      }
    };
  }

  private void remark(Position at, String text, Settings inner) {
    findings.add(
        Rule.EXTRA_WORDS,
        at,
        "what follows the value of auth_type, from \"%s\" on, is ignored by keepalived%s",
        text,
        inner.has("auth_pass") ? "" : "; auth_pass needs a line of its own");
  }

  private String password(Node node) {
    Word word = node.words().get(1);
    if (node.words().size() > 2) {
      Word extra = node.words().get(2);
      findings.add(
          Rule.EXTRA_WORDS,
          extra.at(),
          "what follows the first word of the password, from \"%s\" on, is ignored by keepalived",
          extra.text());
    }
    if (word.text().length() > MAX_LENGTH) {
      findings.add(
          Rule.AUTH_TRUNCATED,
          word.at(),
          "the password has %d characters; keepalived cuts it to the first %d",
          word.text().length(),
          MAX_LENGTH);
    }
    return word.text();
  }
}
