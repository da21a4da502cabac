/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.UUID;
import java.util.function.Supplier;

import org.apache.camel.Message;

import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.KontorHeaders;

/** The run of a poll: what is done first begins it, and all that a poll does belongs to it. */
public record PollRun(Synchronisation synchronisation, String connection) {
    /**
     * @param message bears the run, if there is one already
     * @param source what stands at a run that is begun here
     */
    public Supplier<UUID> of(Message message, String source) {
        return () -> {
            UUID run = message.getHeader(KontorHeaders.RUN, UUID.class);
            if (run == null) {
                run = synchronisation.begin(connection, null, source);
                message.setHeader(KontorHeaders.RUN, run);
            }
            return run;
        };
    }
}
