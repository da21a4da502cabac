/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** How mails and pages look. */
@Export
@Version("1.0.0")
package org.kontor.api.brand;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
