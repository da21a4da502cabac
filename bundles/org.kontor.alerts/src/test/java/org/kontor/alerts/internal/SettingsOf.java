/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings as a file would give them; what is not said has its default. */
final class SettingsOf {
    private SettingsOf() {}

    /** @param values by the names of the methods */
    static AlertSettings values(Map<String, Object> values) {
        return (AlertSettings) Proxy.newProxyInstance(
                SettingsOf.class.getClassLoader(),
                new Class<?>[] {AlertSettings.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
