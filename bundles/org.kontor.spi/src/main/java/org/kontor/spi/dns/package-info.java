/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What is asked of the DNS. */
@Export
@Version("1.0.0")
package org.kontor.spi.dns;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
