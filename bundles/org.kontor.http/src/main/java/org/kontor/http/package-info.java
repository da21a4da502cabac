/** Who stands at the HTTP door; what the edges behind it share. */
@Export
@Version("1.3.0")
package org.kontor.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
