/** The unit of work and the stores behind it. */
@Export
@Version("1.2.0")
package org.kontor.spi.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
