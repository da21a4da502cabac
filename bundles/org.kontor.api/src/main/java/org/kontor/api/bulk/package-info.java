/** Many records in one call, with a result per row. */
@Export
@Version("1.0.0")
package org.kontor.api.bulk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
