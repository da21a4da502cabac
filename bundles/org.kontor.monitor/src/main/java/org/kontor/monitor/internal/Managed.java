/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our beans in JMX, from {@link #show} until {@link #close}. Trouble with JMX is logged and troubles nobody. Thread-safe. */
public final class Managed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Managed.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Map<ObjectName, Object> shown = new ConcurrentHashMap<>();

    /** @param name what stands behind {@code org.kontor:}; a bean that is shown under it is replaced */
    public void show(String name, Object bean) {
        try {
            ObjectName objectName = new ObjectName("org.kontor:" + name);
            try {
                server.registerMBean(bean, objectName);
            } catch (InstanceAlreadyExistsException e) {
                server.unregisterMBean(objectName);
                server.registerMBean(bean, objectName);
            }
            shown.put(objectName, bean);
        } catch (JMException e) {
            LOG.warn("{} is not shown in JMX", name, e);
        }
    }

    @Override
    public void close() {
        for (ObjectName name : shown.keySet()) {
            try {
                server.unregisterMBean(name);
            } catch (JMException e) {
                LOG.debug("{} is gone from JMX already", name, e);
            }
        }
        shown.clear();
    }
}
