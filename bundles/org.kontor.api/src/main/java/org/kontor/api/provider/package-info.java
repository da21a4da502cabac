/** Managed service providers: partners who look after customers that they do not stand above. */
@Export
@Version("1.0.0")
package org.kontor.api.provider;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
