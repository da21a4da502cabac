/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Explanation;
import org.kontor.api.sync.Explanations;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Pages.AuditPage;
import org.kontor.rest.internal.json.Pages.ChoiceList;
import org.kontor.rest.internal.json.Pages.RecordPage;
import org.kontor.rest.internal.json.RecordBody;
import org.kontor.tabular.CsvLines;
import org.kontor.tabular.CustomColumns;

/**
 * What the resources of customers and of locations do alike; they themselves hold paths and descriptions. Thread-safe.
 *
 * @param services of all types, for records that refer to others
 * @param json how a record is shown
 */
record RecordCalls<T extends BusinessRecord, J>(
        RecordType type,
        RecordService<T> service,
        Map<RecordType, RecordService<?>> services,
        CustomFields customFields,
        AuditTrail audit,
        Function<T, J> json) {

    Response list(HttpServletRequest request, UriInfo uri) {
        return list(request, uri, new Parameters(uri).page(type));
    }

    /** @param query the page, with conditions of the path beside those of the parameters */
    Response list(HttpServletRequest request, UriInfo uri, RecordQuery query) {
        Selection selection = new Parameters(uri).fields(type);
        Page<Object> page = service.find(caller(request), query).map(record -> selection.show(json.apply(record)));
        return Response.ok(new RecordPage(page.items(), page.next())).build();
    }

    ChoiceList lookup(HttpServletRequest request, UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        return new ChoiceList(
                service.lookup(caller(request), parameters.text("text"), parameters.where(type), parameters.limit()));
    }

    /** Whatever the query breaks is told before the first byte. */
    Response export(HttpServletRequest request, Request negotiation, UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        RecordQuery query = parameters.query(type);
        Selection selection = parameters.fields(type);
        CallContext caller = caller(request);
        service.find(caller, query.withLimit(1));
        boolean csv = Export.asCsv(negotiation);
        CsvLines.Codes codes = (target, ids) -> services.get(target).getAll(caller, ids).values().stream()
                .collect(Collectors.toMap(BusinessRecord::id, BusinessRecord::code));
        List<CustomField> custom = csv ? CustomColumns.of(customFields.list(caller, type)) : List.of();
        Export.Format<T> format = csv
                ? out -> new CsvLines(out, type, custom, selection::has, codes)
                : out -> new JsonLines<T>(out, record -> selection.show(json.apply(record)));
        return Export.answer(request, type.key() + "s", csv, format, taker -> service.forEach(caller, query, taker));
    }

    Response create(HttpServletRequest request, UriInfo uri, String key, InputStream body) {
        if (key == null) {
            return created(uri, service.create(caller(request), RecordBody.read(type, body)))
                    .build();
        }
        Once once = new Once(request, key, body);
        T made = service.create(once.of(caller(request)), RecordBody.read(type, once.body()));
        return once.tell(created(uri, made)).build();
    }

    private Response.ResponseBuilder created(UriInfo uri, T made) {
        URI place = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Versions.tag(Response.created(place), made).entity(json.apply(made));
    }

    Response get(HttpServletRequest request, UriInfo uri, String id, String ifNoneMatch) {
        Selection selection = new Parameters(uri).fields(type);
        T record = service.get(caller(request), Parameters.pathId(id));
        if (Versions.isKnown(ifNoneMatch, record)) {
            return Versions.tag(Response.notModified(), record).build();
        }
        return Versions.tag(Response.ok(), record)
                .entity(selection.show(json.apply(record)))
                .build();
    }

    Response update(HttpServletRequest request, String id, String ifMatch, InputStream body) {
        UUID one = Parameters.pathId(id);
        long version = Versions.required(ifMatch, current(request, one));
        return ok(service.update(caller(request), one, version, RecordBody.read(type, body)));
    }

    Response replace(HttpServletRequest request, String id, String ifMatch, InputStream body) {
        UUID one = Parameters.pathId(id);
        long version = Versions.required(ifMatch, current(request, one));
        return ok(service.replace(caller(request), one, version, RecordBody.read(type, body)));
    }

    void delete(HttpServletRequest request, String id, String ifMatch) {
        UUID one = Parameters.pathId(id);
        service.delete(caller(request), one, Versions.required(ifMatch, current(request, one)));
    }

    Response setArchived(HttpServletRequest request, String id, String ifMatch, boolean archived) {
        UUID one = Parameters.pathId(id);
        Long version = Versions.optional(ifMatch, current(request, one));
        return ok(service.setArchived(caller(request), one, version, archived));
    }

    /** A change of a record that is more than a change of its fields; of whatever it is now when no version is told. */
    @FunctionalInterface
    interface Change<T> {
        T of(CallContext call, UUID id, long version);
    }

    Response changed(HttpServletRequest request, String id, String ifMatch, Change<T> change) {
        CallContext caller = caller(request);
        caller.requireWriter(); // before anything else of the request is looked at
        UUID one = Parameters.pathId(id);
        Long version = Versions.optional(ifMatch, current(request, one));
        return ok(change.of(
                caller, one, version == null ? service.get(caller, one).version() : version));
    }

    /** The id, when there is such a record. */
    UUID existing(HttpServletRequest request, String id) {
        return service.get(caller(request), Parameters.pathId(id)).id();
    }

    private LongSupplier current(HttpServletRequest request, UUID id) {
        return () -> service.get(caller(request), id).version();
    }

    AuditPage audit(HttpServletRequest request, UriInfo uri, String id) {
        Parameters parameters = new Parameters(uri);
        Page<AuditEntry> page =
                audit.ofRecord(caller(request), type, Parameters.pathId(id), parameters.limit(), parameters.cursor());
        return new AuditPage(page.items(), page.next());
    }

    Explanation explain(HttpServletRequest request, Supplier<Explanations> explanations, String id) {
        return Synchronising.present(explanations).of(caller(request), type, Parameters.pathId(id));
    }

    private Response ok(T record) {
        return Versions.tag(Response.ok(), record).entity(json.apply(record)).build();
    }

    private static CallContext caller(HttpServletRequest request) {
        return Door.caller(request, Source.REST);
    }
}
