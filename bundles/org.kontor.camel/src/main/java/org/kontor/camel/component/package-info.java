/** The {@code kontor:} component. Connections get it from their connector's life cycle; tests of routes make their own. */
@Export
@Version("1.0.0")
package org.kontor.camel.component;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
