package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** From a file to its blocks. */
public final class SyntaxReader {

  private SyntaxReader() {}

  /**
   * What stands in a file and in those that it includes.
   *
   * @param nodes what stands outside of all blocks, in order
   * @param allowances the comments that silence rules
   */
  public record Tree(List<Node> nodes, List<Allowance> allowances) {}

  /** Reads a file; what is wrong with it becomes findings. */
  public static Tree read(Path file, ReadOptions options, Findings findings) {
    return read(file, options, findings, preprocessor -> preprocessor.read(file));
  }

  /** The same for a text that is at hand, under the path that findings name. */
  public static Tree read(String label, String text, ReadOptions options, Findings findings) {
    return read(Path.of(label), options, findings, preprocessor -> preprocessor.read(label, text));
  }

  private static Tree read(
      Path file, ReadOptions options, Findings findings, Consumer<Preprocessor> start) {
    Tokenizer tokenizer = new Tokenizer(findings);
    Preprocessor preprocessor =
        new Preprocessor(
            options, findings, new SourceFiles(file, options.files(), findings), tokenizer);
    start.accept(preprocessor);
    List<Node> nodes = new TreeReader(tokenizer.tokens(), options, findings).read();
    return new Tree(nodes, List.copyOf(preprocessor.allowances()));
  }
}
