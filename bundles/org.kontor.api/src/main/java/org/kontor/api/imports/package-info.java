/** Taking in files of customers and locations: what their columns mean, a preview, the import itself. */
@Export
@Version("1.0.0")
package org.kontor.api.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
