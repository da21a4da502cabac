/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.sync.ConnectionStatus;

/** Shows connections in JMX. Trouble with JMX is logged, and troubles no connection. Thread-safe. */
final class ManagedConnections {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedConnections.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    /** Shows a connection; one of the same name is shown no longer. */
    void show(String name, Supplier<ConnectionStatus> status) {
        hide(name);
        try {
            server.registerMBean(new Bean(status), objectName(name));
        } catch (JMException e) {
            LOG.warn("Connection '{}' is not shown in JMX", name, e);
        }
    }

    void hide(String name) {
        try {
            server.unregisterMBean(objectName(name));
        } catch (InstanceNotFoundException e) {
            // it was not shown
        } catch (JMException e) {
            LOG.warn("Connection '{}' is still shown in JMX", name, e);
        }
    }

    private static ObjectName objectName(String name) throws JMException {
        String value = ConnectionRunner.NAME.matcher(name).matches() ? name : ObjectName.quote(name);
        return new ObjectName("org.kontor:type=Connection,name=" + value);
    }

    private record Bean(Supplier<ConnectionStatus> status) implements ConnectionMXBean {
        @Override
        public String getConnector() {
            return status.get().connector();
        }

        @Override
        public String getState() {
            return status.get().state().name();
        }

        @Override
        public String getSince() {
            return status.get().since().toString();
        }

        @Override
        public String getMessage() {
            return status.get().message();
        }

        @Override
        public String getLastSuccess() {
            return status.get().lastSuccess() == null
                    ? null
                    : status.get().lastSuccess().toString();
        }
    }
}
