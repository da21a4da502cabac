/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.RecordBody;

/**
 * What the resources of customers and of locations do alike; they themselves hold paths and descriptions. Thread-safe.
 *
 * @param json how a record is shown
 */
record RecordCalls<T extends BusinessRecord, J>(
        RecordType type, RecordService<T> service, AuditTrail audit, Function<T, J> json) {

    Page<J> list(HttpServletRequest request, RecordQuery query) {
        return service.find(caller(request), query).map(json);
    }

    Response create(HttpServletRequest request, UriInfo uri, InputStream body) {
        T made = service.create(caller(request), RecordBody.read(type, body));
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return tagged(Response.created(place), made);
    }

    Response get(HttpServletRequest request, String id) {
        return ok(service.get(caller(request), Parameters.pathId(id)));
    }

    Response update(HttpServletRequest request, String id, String ifMatch, InputStream body) {
        long version = Versions.required(ifMatch);
        return ok(service.update(caller(request), Parameters.pathId(id), version, RecordBody.read(type, body)));
    }

    Response setArchived(HttpServletRequest request, String id, String ifMatch, boolean archived) {
        return ok(service.setArchived(caller(request), Parameters.pathId(id), Versions.optional(ifMatch), archived));
    }

    AuditPage audit(HttpServletRequest request, UriInfo uri, String id) {
        Parameters parameters = new Parameters(uri);
        Page<AuditEntry> page =
                audit.ofRecord(caller(request), type, Parameters.pathId(id), parameters.limit(), parameters.cursor());
        return new AuditPage(page.items(), page.next());
    }

    private Response ok(T record) {
        return tagged(Response.ok(), record);
    }

    private Response tagged(Response.ResponseBuilder response, T record) {
        return Versions.tag(response, record).entity(json.apply(record)).build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
