package io.vrrplab.scenario.read;

import io.vrrplab.scenario.Companions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Gets the text of a file, and says plainly why there is none. */
final class SourceText {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private SourceText() {}

  static byte[] bytes(Path file) throws UnreadableFile {
    if (Files.isDirectory(file)) {
      throw unreadable("this is a folder, not a scenario file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Companions.MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw unreadable("no such file");
    } catch (AccessDeniedException e) {
      throw unreadable("the file may not be read: permission denied");
    } catch (IOException e) {
      throw unreadable("the file cannot be read: " + e.getMessage());
    }
  }

  static String text(byte[] content) throws UnreadableFile {
    if (content.length > Companions.MAX_BYTES) {
      throw unreadable("the file is larger than 1 MiB, which no scenario needs");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(content.length);
    CoderResult end = decoder.decode(ByteBuffer.wrap(content), chars, true);
    chars.flip();
    String text = chars.toString();
    refuseControlCharacters(text);
    if (end.isError()) {
      throw new UnreadableFile(after(text), "the file is not UTF-8 text");
    }
    String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    if (plain.isBlank()) {
      throw unreadable("the file is empty; a scenario begins with \"scenario:\" and a title");
    }
    return plain;
  }

  private static void refuseControlCharacters(String text) throws UnreadableFile {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        throw new UnreadableFile(
            after(text.substring(0, i)), "the file is not text; is it a binary file?");
      }
    }
  }

  private static Place after(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new Place(line, text.length() - text.lastIndexOf('\n'));
  }

  private static UnreadableFile unreadable(String reason) {
    return new UnreadableFile(Place.WHOLE_FILE, reason);
  }
}
