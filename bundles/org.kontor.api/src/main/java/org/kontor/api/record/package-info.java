/** What customers and locations have in common: fields, values, versions, queries, pages. */
@Export
@Version("1.0.0")
package org.kontor.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
