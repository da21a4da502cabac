/** Files of rows and columns, read row by row: CSV and XLSX. */
@Export
@Version("1.0.0")
package org.kontor.tabular;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
