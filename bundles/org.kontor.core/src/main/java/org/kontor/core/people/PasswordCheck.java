/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.spi.store.Person;

/**
 * Tells whether a password is right, at a price for those who guess: a slow hash, a few of them at once, and a lock after too
 * many wrong ones (X2). What was found right before is remembered and goes on, whatever others do. Thread-safe.
 */
final class PasswordCheck {
    /** Slow hashes at once: guessing must not take the machine away from those who are signed in. */
    private static final int AT_ONCE = 2;

    private static final int WAIT_SECONDS = 10;
    /** Who waits has a thread of the server, which those who are signed in need: more are sent away at once. */
    private static final int MOST_WAITING = 20;

    /** Checked when there is no such person, so that names cannot be told by the time an answer takes. */
    private static final String NOBODY;

    private static final long FIRST_HASH_NANOS;

    static {
        long begun = System.nanoTime();
        NOBODY = PasswordHash.of("nobody has this one".toCharArray());
        FIRST_HASH_NANOS = System.nanoTime() - begun;
    }

    private final CheckedPasswords checked = new CheckedPasswords();
    private final LockOut lockOut;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    /** Others than the hashes: who guesses at a locked login takes nothing from those who sign in. */
    private final Semaphore pausing = new Semaphore(AT_ONCE, true);

    private volatile long hashNanos = FIRST_HASH_NANOS;

    PasswordCheck(LockOut lockOut) {
        this.lockOut = lockOut;
    }

    /**
     * @param person empty when nobody may sign in by this login
     * @throws KontorException {@code too_many_requests} when too many wait for their check
     */
    boolean isRight(String login, Optional<Person> person, char[] password) {
        if (isRemembered(person, password)) {
            return true;
        }
        UUID subject = lockOut.subject(login.toLowerCase(Locale.ROOT), person);
        if (!lockOut.isLocked(subject)) {
            return hashed(subject, person, password);
        }
        pause();
        return false;
    }

    private boolean isRemembered(Optional<Person> person, char[] password) {
        return person.filter(known -> checked.contains(known, password)).isPresent();
    }

    private boolean hashed(UUID subject, Optional<Person> person, char[] password) {
        enter(hashing);
        try {
            // while this one waited, others may have been found wrong, or the same found right
            if (isRemembered(person, password)) {
                return true;
            }
            if (lockOut.isLocked(subject)) {
                return false;
            }
            long begun = System.nanoTime();
            // who has none yet is checked as nobody is
            Optional<String> hash = person.filter(Person::hasPassword).map(Person::passwordHash);
            boolean fits = PasswordHash.matches(password, hash.orElse(NOBODY));
            hashNanos = System.nanoTime() - begun;
            boolean right = fits && hash.isPresent();
            if (right) {
                lockOut.right(subject);
                checked.add(person.get(), password);
            } else {
                lockOut.wrong(subject);
            }
            return right;
        } finally {
            hashing.release();
        }
    }

    /**
     * Takes the time of a hash, and not more of them at once: else a lock would make it fast to guess at what is remembered
     * as right, and would tell that it is there.
     */
    private void pause() {
        enter(pausing);
        try {
            TimeUnit.NANOSECONDS.sleep(hashNanos);
        } catch (InterruptedException e) {
            throw stopping();
        } finally {
            pausing.release();
        }
    }

    private static void enter(Semaphore semaphore) {
        try {
            if (semaphore.getQueueLength() >= MOST_WAITING || !semaphore.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new KontorException(ErrorCode.TOO_MANY_REQUESTS, "Too many sign-ins at once. Try again later.");
            }
        } catch (InterruptedException e) {
            throw stopping();
        }
    }

    private static KontorException stopping() {
        Thread.currentThread().interrupt();
        return new KontorException(ErrorCode.UNAVAILABLE, "The server is stopping.");
    }
}
