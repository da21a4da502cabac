/** Alerts: what somebody should look at, told once. */
@Export
@Version("1.0.0")
package org.kontor.api.alert;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
