/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.ImportListener;
import org.kontor.api.imports.ImportListener.RowResult;
import org.kontor.api.imports.ImportMapping;
import org.kontor.api.imports.ImportPreview;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Connections;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.tabular.Table;
import org.kontor.tabular.TableRow;

/** Imports of files, through the engine that all other sources use. */
@Component
public final class FileImportsService implements FileImports {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    /** The kind of connection that is itself a folder of files. */
    private static final String FILES = "files";

    private static final Logger LOG = LoggerFactory.getLogger(FileImportsService.class);

    private final UnitOfWork unitOfWork;
    private final Synchronisation synchronisation;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * Comes and goes with the connections; without it there are none. Taken when it is needed: connections wait for their
     * connectors, and that of files for this service.
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile ComponentServiceObjects<Connections> connections;

    @Activate
    public FileImportsService(@Reference UnitOfWork unitOfWork, @Reference Synchronisation synchronisation) {
        this.unitOfWork = unitOfWork;
        this.synchronisation = synchronisation;
    }

    @Override
    public ImportPreview preview(CallContext context, ImportRequest request, Path file) {
        context.ofOperator().requireWriter();
        checkSource(context, request.source());
        try (Table table = Table.open(file, request.options())) {
            Columns columns = Columns.of(
                    request.type(),
                    table.header(),
                    request.mapping(),
                    remembered(context, request.source(), request.type()));
            return new Preview(synchronisation, request, table, columns).of(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Run run(CallContext context, ImportRequest request, Path file, ImportListener listener) {
        context.ofOperator().requireWriter();
        checkSource(context, request.source());
        if (!underWay.add(request.source())) {
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "An import of '" + request.source() + "' is under way. Try again when it has ended.");
        }
        try {
            UUID run = synchronisation.begin(request.source(), request.type(), request.name());
            listener.begun(run);
            take(context, request, file, listener, run);
            return unitOfWork.read(transaction -> transaction.sync().run(run)).orElseThrow();
        } finally {
            underWay.remove(request.source());
        }
    }

    private void take(CallContext context, ImportRequest request, Path file, ImportListener listener, UUID run) {
        try {
            read(context, request, file, listener, run);
            synchronisation.complete(request.source(), run);
        } catch (Stopped stopped) {
            noteStop(context, run);
            throw new KontorException(ErrorCode.UNAVAILABLE, stopped.getMessage());
        } catch (KontorException refusal) {
            // what is not there now, be it the database or this bundle, leaves the run to the next one
            if (refusal.code() != ErrorCode.UNAVAILABLE) {
                synchronisation.fail(request.source(), run, refusal.getMessage());
            }
            throw refusal;
        } catch (RuntimeException | IOException e) {
            synchronisation.fail(
                    request.source(),
                    run,
                    "The file could not be taken in: " + e.getClass().getSimpleName());
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    /** Nothing went wrong: nobody is told but who looks at the run. */
    private void noteStop(CallContext context, UUID run) {
        try {
            unitOfWork.write(context, transaction -> {
                transaction.sync().endRun(run, RunState.INTERRUPTED, Stopped.MESSAGE);
                return null;
            });
        } catch (RuntimeException databaseIsGone) {
            LOG.info("Run {} was stopped; the next one of its source will mark it", run);
        }
    }

    /** The listener wants no more. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final String MESSAGE = "The import was stopped before its end.";

        Stopped() {
            super(MESSAGE, null, false, false);
        }
    }

    private void read(CallContext context, ImportRequest request, Path file, ImportListener listener, UUID run)
            throws IOException {
        try (Table table = Table.open(file, request.options())) {
            Map<String, String> remembered = remembered(context, request.source(), request.type());
            Columns columns = Columns.of(request.type(), table.header(), request.mapping(), remembered);
            columns.check();
            if (!request.mapping().isEmpty()) {
                Map<String, String> mapping = new LinkedHashMap<>(columns.mapping());
                if (request.mapping().containsKey(ImportMapping.OTHERS)
                        || remembered.containsKey(ImportMapping.OTHERS)) {
                    mapping.put(ImportMapping.OTHERS, ImportMapping.IGNORED);
                }
                save(context, request.source(), request.type(), mapping);
            }
            Rows rows = new Rows(request.type(), columns);
            long read = 0;
            while (table.hasNext()) {
                if (!listener.goOn()) {
                    throw new Stopped();
                }
                List<RowResult> taken = batch(context, request, run, table, rows, read);
                read += taken.size();
                listener.taken(taken, table.done());
            }
        }
    }

    /** @param before rows that were read before */
    private List<RowResult> batch(
            CallContext context, ImportRequest request, UUID run, Table table, Rows rows, long before) {
        List<Long> lines = new ArrayList<>();
        List<SourceRecord> records = new ArrayList<>();
        while (records.size() < request.batch() && table.hasNext()) {
            TableRow row = table.next();
            lines.add(row.line());
            records.add(rows.record(row));
        }
        List<ItemResult> results = synchronisation.upsert(
                context,
                request.source(),
                new Batch(
                        run, request.type(), records, SyncRules.BY_CODE, null, reach(before + records.size(), table)));
        List<RowResult> told = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            told.add(new RowResult(lines.get(i), results.get(i)));
        }
        return told;
    }

    /** How many rows there are is known at the end of the file; until then they are taken to be of one length. */
    private static Reach reach(long read, Table table) {
        double share = table.hasNext() ? table.done() : 1;
        return share <= 0 ? null : new Reach(read, Math.round(read / share));
    }

    /** A source must not pass itself off as another system: its records are known by the same external ids. */
    private void checkSource(CallContext context, String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw KontorException.invalid(
                    "source", "malformed_name", "Must be small letters, digits and -, at most 60.", source);
        }
        if (isOtherSystem(context, source)) {
            throw KontorException.invalid(
                    "source", "in_use", "Is the name of a connection to another system. Choose another one.", source);
        }
    }

    private boolean isOtherSystem(CallContext context, String source) {
        ComponentServiceObjects<Connections> objects = connections;
        Connections present = objects == null ? null : objects.getService();
        if (present == null) {
            return false;
        }
        try {
            return present.list(context).stream()
                    .anyMatch(
                            one -> one.name().equals(source) && !one.connector().equals(FILES));
        } finally {
            objects.ungetService(present);
        }
    }

    private Map<String, String> remembered(CallContext context, String source, RecordType type) {
        return ofSource(context, source).stream()
                .filter(mapping -> mapping.type() == type)
                .findFirst()
                .map(ImportMapping::columns)
                .orElse(Map.of());
    }

    private List<ImportMapping> ofSource(CallContext context, String source) {
        return unitOfWork.read(transaction -> transaction.importMappings().ofSource(context.scope(), source));
    }

    @Override
    public List<ImportMapping> mappings(CallContext context, String source) {
        context.ofOperator().requireReader();
        return ofSource(context, source);
    }

    @Override
    public ImportMapping remember(CallContext context, String source, RecordType type, Map<String, String> columns) {
        context.ofOperator().requireWriter();
        checkSource(context, source);
        if (columns.isEmpty()) {
            throw KontorException.invalid("columns", "required", "Must name one column at least.", null);
        }
        Columns.check(type, columns);
        return save(context, source, type, columns);
    }

    private ImportMapping save(CallContext context, String source, RecordType type, Map<String, String> columns) {
        ImportMapping mapping =
                new ImportMapping(source, type, columns, context.actor().name(), Ids.now());
        unitOfWork.write(context, transaction -> {
            transaction.importMappings().save(context.scope(), mapping);
            return null;
        });
        return mapping;
    }

    @Override
    public void forget(CallContext context, String source, RecordType type) {
        context.ofOperator().requireWriter();
        int gone = unitOfWork.write(
                context, transaction -> transaction.importMappings().delete(context.scope(), source, type));
        if (gone == 0) {
            throw new KontorException(ErrorCode.NOT_FOUND, "Nothing is remembered for '" + source + "'.");
        }
    }
}
