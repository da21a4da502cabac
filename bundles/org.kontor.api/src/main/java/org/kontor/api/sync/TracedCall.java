/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;

/**
 * Something that a connection did: a call, or a whole exchange of a route. Secrets are masked.
 *
 * @param at when it ended
 * @param route id of the route that called; null when none did
 * @param call name of the remote call where the connector tells one, else the endpoint
 * @param endpoint where it went; of an exchange where it came from
 * @param exchange whether it is a whole exchange, from the moment a route took it up
 * @param millis how long it took
 * @param failure why it failed; null when it did not
 * @param sent size of what was sent, for example {@code 312 B} or {@code 20 records}; null when not known
 * @param received size of what came back
 * @param request beginning of what was sent; null unless asked for
 * @param response beginning of what came back; null unless asked for
 */
public record TracedCall(
        Instant at,
        String route,
        String call,
        String endpoint,
        boolean exchange,
        long millis,
        String failure,
        String sent,
        String received,
        String request,
        String response) {}
