/** People and their sign-in. */
@Export
@Version("1.2.0")
package org.kontor.api.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
