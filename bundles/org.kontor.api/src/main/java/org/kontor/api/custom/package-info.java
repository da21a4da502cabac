/** Fields that accounts declare for the records below them (requirement C9). */
@Export
@Version("1.0.0")
package org.kontor.api.custom;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
