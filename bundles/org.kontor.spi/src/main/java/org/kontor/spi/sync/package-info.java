/** What others may see of the synchronisation engine at work. */
@Export
@Version("1.0.0")
package org.kontor.spi.sync;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
