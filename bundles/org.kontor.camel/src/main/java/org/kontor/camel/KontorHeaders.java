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
    /** Record type (String: {@code customer}, {@code location}) of a run that carries one only, for {@code kontor:run/begin}. */
    public static final String TYPE = "KontorType";
    /** {@link org.kontor.api.sync.Progress} to commit together with a {@code kontor:upsert}. */
    public static final String PROGRESS = "KontorProgress";
    /** {@link org.kontor.api.sync.SyncRules} of a {@code kontor:upsert}, in place of those of its URI. */
    public static final String RULES = "KontorRules";
    /** Why a run failed (String), for {@code kontor:run/fail}. */
    public static final String MESSAGE = "KontorMessage";

    private KontorHeaders() {}
}
