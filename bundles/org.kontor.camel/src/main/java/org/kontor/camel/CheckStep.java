/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A step of the check of a connection.
 *
 * @param name what is tried, in a few words
 * @param advice what an administrator may do when it fails
 * @param needed whether the steps behind it make no sense when it fails
 * @param work tries it, and says what was found. What it throws is the reason of the failure: the message of a {@link
 *     CheckFailedException} or a {@link SettingException} as it is. It may be interrupted when it takes too long
 */
public record CheckStep(String name, String advice, boolean needed, Callable<String> work) {
    public CheckStep {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(work, "work");
    }

    /** One that all behind it need. */
    public static CheckStep needed(String name, String advice, Callable<String> work) {
        return new CheckStep(name, advice, true, work);
    }

    /** One that stands for itself. */
    public static CheckStep apart(String name, String advice, Callable<String> work) {
        return new CheckStep(name, advice, false, work);
    }
}
