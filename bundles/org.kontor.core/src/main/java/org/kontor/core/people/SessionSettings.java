/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

import org.kontor.api.people.Session;
import org.kontor.spi.store.SessionEntry;

/** How long sessions last. A change counts at once, also for those that have begun. Thread-safe. */
@Component(service = SessionSettings.class, configurationPid = LockOut.PID)
public final class SessionSettings {
    /** {@code etc/org.kontor.security.cfg}. */
    public @interface Config {
        /** Minutes after which a session ends that nobody uses. */
        int sessionIdleMinutes() default 30;

        /** Hours after which a session ends, however much it is used. */
        int sessionHours() default 12;
    }

    /** Uses are noted to the minute: less would end sessions that are used. */
    private static final int LEAST_MINUTES = 5;

    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_HOURS = 24 * 30;

    private record Values(Duration idle, Duration longest) {}

    private volatile Values values;

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public SessionSettings(Config config) {
        change(config);
    }

    public SessionSettings(int idleMinutes, int hours) {
        set(idleMinutes, hours);
    }

    @Modified
    void change(Config config) {
        set(config.sessionIdleMinutes(), config.sessionHours());
    }

    private void set(int idleMinutes, int hours) {
        check("sessionIdleMinutes", idleMinutes, LEAST_MINUTES, MOST_MINUTES);
        check("sessionHours", hours, 1, MOST_HOURS);
        values = new Values(Duration.ofMinutes(idleMinutes), Duration.ofHours(hours));
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    LockOut.PID + ": " + name + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    /** The session with the times that it lasts. */
    Session session(SessionEntry entry) {
        Values now = values;
        return new Session(
                entry.id(),
                entry.begun(),
                entry.lastUsed(),
                entry.lastUsed().plus(now.idle()),
                entry.begun().plus(now.longest()),
                entry.client());
    }
}
