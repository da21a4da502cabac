/** What a bundle for a kind of external system needs: the connector it offers, the connection it is given. */
@Export
@Version("1.0.0")
package org.kontor.camel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
