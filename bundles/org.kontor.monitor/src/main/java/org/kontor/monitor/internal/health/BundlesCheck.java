/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.Arrays;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Every bundle of Kontor that is installed runs. */
final class BundlesCheck implements Check {
    private static final String PREFIX = "org.kontor.";

    private final BundleContext context;

    BundlesCheck(BundleContext context) {
        this.context = context;
    }

    static boolean isOurs(String symbolicName) {
        return symbolicName != null && symbolicName.startsWith(PREFIX);
    }

    /** The part that a bundle is, for example {@code rest}. */
    static String part(String symbolicName) {
        return symbolicName.substring(PREFIX.length());
    }

    @Override
    public List<Finding> look() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> isOurs(bundle.getSymbolicName()) && bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> Finding.missing(part(bundle.getSymbolicName()), "its bundle is not started"))
                .toList();
    }
}
