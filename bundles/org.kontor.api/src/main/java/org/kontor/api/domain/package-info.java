/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** E-mail domains of accounts. */
@Export
@Version("1.0.0")
package org.kontor.api.domain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
