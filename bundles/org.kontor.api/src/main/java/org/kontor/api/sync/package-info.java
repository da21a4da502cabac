/** Connections to external systems, their runs and items, and the upsert that feeds records in. */
@Export
@Version("1.0.0")
package org.kontor.api.sync;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
