/** What mails need of the rules. */
@Export
@Version("1.0.0")
package org.kontor.spi.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
