/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.kontor.mail.cfg}; names that begin with a dot are secrets. */
@ObjectClassDefinition(name = "Kontor: mail", description = "How mails to people go out, and what they look like")
public @interface MailSettings {
    String PID = "org.kontor.mail";

    @AttributeDefinition(required = false, description = "Mail server; empty while there is none: mails wait")
    String host() default "";

    @AttributeDefinition(description = "Its port", min = "1", max = "65535")
    int port() default 587;

    @AttributeDefinition(description = "none, starttls or tls")
    String security() default "starttls";

    @AttributeDefinition(required = false, description = "Name to sign in by; empty for no sign-in")
    String user() default "";

    @AttributeDefinition(required = false, description = "Its password")
    String _password() default "";

    @AttributeDefinition(required = false, description = "Address that mails come from")
    String from() default "";

    @AttributeDefinition(required = false, description = "Where people reach Kontor; links begin with it")
    String publicUrl() default "";

    @AttributeDefinition(description = "What the installation is called")
    String brand_name() default "Kontor";

    @AttributeDefinition(required = false, description = "File of the logo: PNG, JPEG or SVG, at most 200 kB")
    String brand_logo() default "";

    @AttributeDefinition(description = "Colour of buttons, as #rrggbb")
    String brand_colour() default "#1f5fa8";

    @AttributeDefinition(required = false, description = "A line at the end of mails and pages, in English")
    String brand_text_en() default "";

    @AttributeDefinition(required = false, description = "The same in French")
    String brand_text_fr() default "";

    @AttributeDefinition(description = "en or fr, for those of whom no other is known")
    String language() default "en";

    @AttributeDefinition(description = "Seconds between two looks into the queue", min = "1", max = "3600")
    int lookSeconds() default 5;

    @AttributeDefinition(description = "Hours after which a mail is given up", min = "1", max = "720")
    int giveUpHours() default 72;
}
