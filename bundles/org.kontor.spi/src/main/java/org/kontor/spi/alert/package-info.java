/** Where alerts come from. */
@Export
@Version("1.0.0")
package org.kontor.spi.alert;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
