/** Files that people put into a directory. */
@Export
@Version("1.0.0")
package org.kontor.spi.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
