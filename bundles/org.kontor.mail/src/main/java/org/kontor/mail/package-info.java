/** How mails go out, and what they look like, for the bundles that have something to tell. */
@Export
@Version("1.0.0")
package org.kontor.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
