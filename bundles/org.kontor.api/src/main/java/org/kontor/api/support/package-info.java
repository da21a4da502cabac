/** Support sessions: partner staff enter an account for some time, because its people let them. */
@Export
@Version("1.0.0")
package org.kontor.api.support;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
