/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.kontor.alerts.cfg}; names that begin with a dot are secrets. */
@ObjectClassDefinition(name = "Kontor: alerts", description = "Who is told what, by mail or webhook, once each")
public @interface AlertSettings {
    String PID = "org.kontor.alerts";

    @AttributeDefinition(description = "Whether anything is looked at and told")
    boolean enabled() default false;

    @AttributeDefinition(description = "What the installation is called in the messages")
    String name() default "Kontor";

    @AttributeDefinition(description = "Seconds between two looks", min = "1", max = "3600")
    int lookSeconds() default 30;

    @AttributeDefinition(
            description = "Seconds that something must be over before its end is told",
            min = "0",
            max = "86400")
    int calmSeconds() default 120;

    @AttributeDefinition(description = "More records of a connection in the quarantine than this; -1 for never")
    int quarantineAbove() default 100;

    @AttributeDefinition(description = "More open conflicts of a connection than this; -1 for never")
    int conflictsAbove() default 100;

    @AttributeDefinition(description = "Hours without a reading to the end; 0 for never", min = "0", max = "8760")
    int noSuccessHours() default 24;

    @AttributeDefinition(description = "Whether a connection that FAILED is told")
    boolean connectionFailed() default true;

    @AttributeDefinition(
            description = "Hours after which a message that cannot be sent is dropped",
            min = "1",
            max = "720")
    int giveUpHours() default 24;

    @AttributeDefinition(required = false, description = "Mail server; empty for no mail")
    String mail_host() default "";

    @AttributeDefinition(description = "Its port", min = "1", max = "65535")
    int mail_port() default 587;

    @AttributeDefinition(description = "none, starttls or tls")
    String mail_security() default "starttls";

    @AttributeDefinition(required = false, description = "Name to sign in by; empty for no sign-in")
    String mail_user() default "";

    @AttributeDefinition(required = false, description = "Its password")
    String _mail_password() default "";

    @AttributeDefinition(required = false, description = "Address that mails come from")
    String mail_from() default "";

    @AttributeDefinition(required = false, description = "Addresses that mails go to, with commas between; at most 20")
    String mail_to() default "";

    @AttributeDefinition(required = false, description = "Address that alerts are posted to; empty for no webhook")
    String webhook_url() default "";

    @AttributeDefinition(required = false, description = "Secret that signs what is posted; at least 16 characters")
    String _webhook_secret() default "";
}
