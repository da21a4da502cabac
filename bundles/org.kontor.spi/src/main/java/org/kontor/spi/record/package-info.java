/** Writing records in sets, under the rules. */
@Export
@Version("1.0.0")
package org.kontor.spi.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
