package io.vrrplab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements of the RFCs that a test shows to be met: on a method for that test, on a
 * class for all of its tests together. {@code PROTOCOL.md} is made of these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {

  /** Ids out of {@code requirements.tsv}. */
  String[] value();
}
