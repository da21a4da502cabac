/** The one exception of the services, its stable codes and the violations it carries. */
@Export
@Version("1.0.0")
package org.kontor.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
