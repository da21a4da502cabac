/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/**
 * A step of the check of a connection.
 *
 * @param step what was tried, in a few words
 * @param message what was found, or why it failed; never a secret
 * @param advice what to do about a failure; null for other steps
 * @param millis how long it took; 0 for a skipped one
 */
public record CheckedStep(String step, StepState state, String message, String advice, long millis) {
    /** How it went. */
    public enum StepState {
        OK,
        FAILED,
        /** Makes no sense while a step before fails. */
        SKIPPED
    }
}
