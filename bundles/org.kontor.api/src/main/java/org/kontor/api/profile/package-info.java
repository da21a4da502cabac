/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What accounts ask of new records beyond the rules that hold for all. */
@Export
@Version("1.0.0")
package org.kontor.api.profile;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
