/** Calls from outside that routes listen to. */
@Export
@Version("1.0.0")
package org.kontor.api.hook;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
