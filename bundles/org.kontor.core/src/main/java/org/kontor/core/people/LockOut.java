/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

import org.kontor.spi.store.Person;
import org.kontor.spi.store.ServerSecrets;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WrongPasswordReader;
import org.kontor.spi.store.WrongPasswords;

/**
 * Locks a login after wrong passwords in a row (X2), on all nodes: for a minute, then twice as long with each further wrong
 * one, up to an hour. Logins of nobody are locked alike, so that names cannot be told by it; they share a fixed number of
 * places. Thread-safe.
 */
@Component(service = LockOut.class, configurationPid = LockOut.PID)
@Designate(ocd = LockOut.Config.class)
public final class LockOut {
    /** {@code etc/org.kontor.security.cfg}. */
    @ObjectClassDefinition(name = "Kontor security", description = "Sign-in")
    public @interface Config {
        @AttributeDefinition(
                name = "Wrong passwords",
                description = "in a row, after which a login is locked; 0 for never",
                min = "0",
                max = "1000000")
        int wrongPasswords() default 10;
    }

    static final String PID = "org.kontor.security";
    private static final int MAX = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** A wrong password is forgotten when no other came for so long. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final UnitOfWork unitOfWork;
    private final SecretKeySpec key;
    private final Clock clock;
    private volatile int most;

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public LockOut(@Reference UnitOfWork unitOfWork, @Reference ServerSecrets secrets, Config config) {
        this(unitOfWork, secrets, config.wrongPasswords(), Clock.systemUTC());
    }

    public LockOut(UnitOfWork unitOfWork, ServerSecrets secrets, int wrongPasswords, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.key = new SecretKeySpec(secrets.get("sign-in"), "HmacSHA256");
        this.clock = clock;
        this.most = checked(wrongPasswords);
    }

    /** Counts at once, also for what was counted before. */
    @Modified
    void change(Config config) {
        most = checked(config.wrongPasswords());
    }

    private static int checked(int wrongPasswords) {
        if (wrongPasswords < 0 || wrongPasswords > MAX) {
            throw new IllegalArgumentException(
                    PID + ": wrongPasswords must be from 0 to " + MAX + ", not " + wrongPasswords);
        }
        return wrongPasswords;
    }

    /**
     * What wrong passwords are counted for: the person, or one of 65,536 places for the logins of nobody. The place is not
     * to be found out from outside, else two logins that share one would tell that neither is known.
     */
    UUID subject(String login, Optional<Person> person) {
        return person.map(Person::id).orElseGet(() -> {
            byte[] digest = digest(login);
            return new UUID(0, (digest[0] & 0xFF) << 8 | digest[1] & 0xFF);
        });
    }

    private byte[] digest(String login) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(login.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isLocked(UUID subject) {
        return most > 0
                && unitOfWork.read(transaction -> lockedUntil(transaction.wrongPasswords(), List.of(subject))
                        .containsKey(subject));
    }

    /** @return until when, for those subjects that are locked now */
    Map<UUID, Instant> lockedUntil(WrongPasswordReader reader, Collection<UUID> subjects) {
        Instant now = clock.instant();
        Map<UUID, Instant> locked = new HashMap<>();
        if (most > 0 && !subjects.isEmpty()) {
            reader.of(subjects).forEach((subject, wrong) -> {
                Instant end = end(wrong);
                if (end.isAfter(now)) {
                    locked.put(subject, end);
                }
            });
        }
        return locked;
    }

    private Instant end(WrongPasswords wrong) {
        int further = wrong.count() - most;
        if (further < 0) {
            return wrong.last();
        }
        // 2^6 minutes are more than an hour
        Duration time = SHORTEST.multipliedBy(1L << Math.min(further, 6));
        return wrong.last().plus(time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }

    /** A wrong password was given. */
    void wrong(UUID subject) {
        Instant now = clock.instant();
        if (most > 0) {
            unitOfWork.write(SystemCall.CONTEXT, transaction -> {
                transaction.wrongPasswords().add(subject, now, now.minus(REMEMBERED));
                return null;
            });
        }
    }

    /** The right password was given: counting begins anew. */
    void right(UUID subject) {
        unitOfWork.write(SystemCall.CONTEXT, transaction -> {
            transaction.wrongPasswords().forget(subject);
            return null;
        });
    }
}
