/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.List;

/** Looks at one thing that Kontor needs. Called by one thread at a time; ends within seconds. */
public interface Check {
    List<Finding> look();
}
