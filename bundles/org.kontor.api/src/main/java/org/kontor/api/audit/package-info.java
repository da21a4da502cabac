/** The audit trail: who changed what, when, through what. */
@Export
@Version("1.0.0")
package org.kontor.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
