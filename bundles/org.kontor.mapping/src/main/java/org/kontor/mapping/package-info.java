/** Mapping files: what a record of an external system is in our fields, and back. See docs/mapping.md. */
@Export
@Version("1.0.0")
package org.kontor.mapping;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
