/** People and their sign-in. */
@Export
@Version("1.1.0")
package org.kontor.api.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
