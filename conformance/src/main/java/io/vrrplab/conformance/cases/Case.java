package io.vrrplab.conformance.cases;

import io.vrrplab.conformance.device.Ability;
import io.vrrplab.conformance.device.Rfc;
import io.vrrplab.vrrp.AddressFamily;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a method a case. At least one requirement is named, obeyed or refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Case {

  /** The stable name; it never says where the case stands. */
  String id();

  /** Counts the changes to what the case judges, from 1. */
  int version() default 1;

  /** What a device that passes does, in a sentence without a full stop. */
  String title();

  /** Requirements that the case shows obeyed. */
  String[] obeys() default {};

  /** Requirements whose violation the case shows refused, or absent. */
  String[] refuses() default {};

  /** The documents it applies to; a requirement that another does not have is left out there. */
  Rfc[] rfcs() default {Rfc.RFC3768, Rfc.RFC5798, Rfc.RFC9568};

  /** The families of virtual routers that it is run with; version 2 has IPv4 only. */
  AddressFamily[] over() default AddressFamily.IPV4;

  /** What the device has to offer. */
  Ability[] needs() default {};
}
