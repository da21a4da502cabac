/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.portal;

import java.time.Duration;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** How long codes of visits count. A change counts for the next one. Thread-safe. */
@Component(service = VisitSettings.class, configurationPid = VisitSettings.PID)
public final class VisitSettings {
    /** {@code etc/org.kontor.security.cfg}. */
    public @interface Config {
        /** Seconds until a portal must have asked for a visit. */
        int portalVisitSeconds() default 60;
    }

    static final String PID = "org.kontor.security";
    private static final int LEAST = 10;
    private static final int MOST = 600;

    private volatile Duration lasting;

    /** @throws IllegalArgumentException when the setting is out of its range */
    @Activate
    public VisitSettings(Config config) {
        change(config);
    }

    public VisitSettings(int seconds) {
        set(seconds);
    }

    @Modified
    void change(Config config) {
        set(config.portalVisitSeconds());
    }

    private void set(int seconds) {
        if (seconds < LEAST || seconds > MOST) {
            throw new IllegalArgumentException(
                    PID + ": portalVisitSeconds must be from " + LEAST + " to " + MOST + ", not " + seconds);
        }
        lasting = Duration.ofSeconds(seconds);
    }

    Duration lasting() {
        return lasting;
    }
}
