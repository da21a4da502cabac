/** Accounts: the tree of tenants. */
@Export
@Version("1.0.0")
package org.kontor.api.account;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
