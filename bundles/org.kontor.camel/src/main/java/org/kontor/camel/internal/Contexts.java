/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.FrameworkUtil;

/** Makes CamelContexts, without routes. Stateless. */
final class Contexts {
    private Contexts() {}

    /**
     * One that is not started.
     *
     * @param owner in whose bundle it is: its routes see the classes there
     */
    static OsgiDefaultCamelContext of(String name, Class<?> owner) {
        OsgiDefaultCamelContext context =
                new OsgiDefaultCamelContext(FrameworkUtil.getBundle(owner).getBundleContext());
        context.getCamelContextExtension().setName(name);
        context.getExecutorServiceManager().setThreadNamePattern(name + "-#counter#");
        context.getShutdownStrategy().setTimeout(ConnectionRunner.SECONDS_TO_STOP);
        return context;
    }

    /** One for a look in passing, started; whoever asked for it stops it. */
    static OsgiDefaultCamelContext scratch(String name, Class<?> owner) {
        OsgiDefaultCamelContext scratch = of(name, owner);
        scratch.disableJMX();
        scratch.start();
        return scratch;
    }
}
