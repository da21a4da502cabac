/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** External portals of accounts, and visits to them. */
@Export
@Version("1.0.0")
package org.kontor.api.portal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
