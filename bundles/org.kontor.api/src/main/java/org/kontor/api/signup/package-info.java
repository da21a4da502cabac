/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Accounts that people open themselves. */
@Export
@Version("1.0.0")
package org.kontor.api.signup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
