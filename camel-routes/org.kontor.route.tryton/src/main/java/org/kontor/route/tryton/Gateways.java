/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

import org.kontor.camel.Calls;
import org.kontor.route.tryton.rpc.CallRoute;
import org.kontor.route.tryton.rpc.Gateway;

/** Makes ways to Tryton. Stateless. */
final class Gateways {
    private Gateways() {}

    /** The one of a CamelContext, with the route that it calls by; both end with the context. */
    static Gateway open(CamelContext context, TrytonSettings settings, Duration timeout, Calls calls) throws Exception {
        context.addRoutes(new CallRoute(settings.url(), timeout));
        ProducerTemplate template = context.createProducerTemplate();
        context.addService(template);
        return new Gateway(template, settings.url(), settings.user(), settings.password(), timeout, calls);
    }
}
