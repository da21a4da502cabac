/** Content items: what members keep in an account (requirement A14). */
@Export
@Version("1.0.0")
package org.kontor.api.content;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
