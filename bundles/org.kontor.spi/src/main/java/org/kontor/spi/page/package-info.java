/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Pages of lists with sealed cursors. */
@Export
@Version("1.0.0")
package org.kontor.spi.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
