package io.vrrplab.keepalived.syntax;

import io.vrrplab.keepalived.finding.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    List<Token> tokens = new ArrayList<>();
    Tokenizer tokenizer = new Tokenizer(findings, tokens::add);
    Preprocessor preprocessor =
        new Preprocessor(options, findings, new SourceFiles(file, findings), tokenizer::split);
    preprocessor.read(file);
    List<Node> nodes = new TreeReader(tokens, options, findings).read();
    return new Tree(nodes, List.copyOf(preprocessor.allowances()));
  }
}
