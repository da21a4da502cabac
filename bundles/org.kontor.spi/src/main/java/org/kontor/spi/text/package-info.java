/** Sort keys and search words. */
@Export
@Version("1.0.0")
package org.kontor.spi.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
