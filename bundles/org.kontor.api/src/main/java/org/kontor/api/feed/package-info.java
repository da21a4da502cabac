/** The change feed in commit order. */
@Export
@Version("1.0.0")
package org.kontor.api.feed;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
