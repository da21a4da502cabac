/** Who calls, for whom and through what: the context that every service call takes. */
@Export
@Version("1.0.0")
package org.kontor.api.call;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
