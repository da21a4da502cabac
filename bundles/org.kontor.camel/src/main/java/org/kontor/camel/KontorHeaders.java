/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

/** The headers of the {@code kontor:} component. */
public final class KontorHeaders {
    /** Id of the run (java.util.UUID): set by {@code kontor:run/begin}, read by the others. */
    public static final String RUN = "KontorRun";
    /** What a run reads (String), for {@code kontor:run/begin}: a file's name, {@code full}, {@code changes}. */
    public static final String SOURCE = "KontorSource";
    /**
     * Record type (String: {@code customer}, {@code location}) of a run that carries one only, for {@code kontor:run/begin};
     * of the record that changed, from {@code kontor:changes}.
     */
    public static final String TYPE = "KontorType";
    /** {@link org.kontor.api.sync.Progress} to commit together with a {@code kontor:upsert}. */
    public static final String PROGRESS = "KontorProgress";
    /** {@link org.kontor.api.sync.Reach}: how far the run has come with a {@code kontor:upsert}; where the source knows. */
    public static final String REACH = "KontorReach";
    /** {@link org.kontor.api.sync.SyncRules} of a {@code kontor:upsert}, in place of those of its URI. */
    public static final String RULES = "KontorRules";
    /**
     * The run (java.util.UUID) that a {@code kontor:run/begin} leaves open: the new one goes between its batches. Without it a
     * run that is open is taken for one that a kill left so.
     */
    public static final String BESIDE = "KontorBeside";
    /**
     * No header, but the endpoint that takes orders to read something once more: routes that can do that read from it, with
     * an {@link org.kontor.api.sync.Again} as the body, answer at once, and throw a {@link
     * org.kontor.api.error.KontorException} for what they cannot.
     */
    public static final String AGAIN = "direct://kontor-again";
    /**
     * Whether a run read only a part of what the connection reads (Boolean), for {@code kontor:run/complete}: it says nothing of
     * what a brake stopped, which stays. False where it is missing.
     */
    public static final String PART = "KontorPart";
    /** Why a run failed (String), for {@code kontor:run/fail}. */
    public static final String MESSAGE = "KontorMessage";

    /** Place of a change in the feed (Long); of a batch that of its last change. Set by {@code kontor:changes}. */
    public static final String POSITION = "KontorPosition";
    /** Id of the record that changed (String). */
    public static final String RECORD_ID = "KontorRecordId";
    /** What was done to the record (String): {@code CREATE}, {@code UPDATE}, {@code ARCHIVE}, … */
    public static final String ACTION = "KontorAction";
    /** The record's version after the change (Long). */
    public static final String VERSION = "KontorVersion";
    /** When it changed (String, ISO 8601, UTC). */
    public static final String AT = "KontorAt";
    /** Through what it changed (String): {@code REST}, {@code CONNECTION:erp}. */
    public static final String THROUGH = "KontorThrough";
    /** Name of the hook that was called (String). Set by {@code kontor:hook}. */
    public static final String HOOK = "KontorHook";
    /** Sign-in name of who called the hook (String). */
    public static final String CALLER = "KontorCaller";
    /** Ties the call to its answer and to the log (String). */
    public static final String CORRELATION = "KontorCorrelation";

    /** Exchange property: name of the remote call that is made (String), for traces. */
    public static final String CALL = "KontorCall";
    /** Exchange property: whether what is sent or comes back is a secret as a whole (Boolean); traces then do not show it. */
    public static final String SECRET = "KontorSecret";

    private KontorHeaders() {}
}
