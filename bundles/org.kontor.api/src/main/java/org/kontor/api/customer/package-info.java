/** Customers: the individuals and companies that buy. */
@Export
@Version("1.0.0")
package org.kontor.api.customer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
