/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentEdit;
import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentForm;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.content.ContentUpload;
import org.kontor.api.content.Contents;
import org.kontor.api.content.NewContent;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.Stamp;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.record.ContentChanges;
import org.kontor.spi.store.ContentChange;
import org.kontor.spi.store.ContentPosition;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.text.NameFilter;

/** Keeps content items. */
@Component
public final class ContentDesk implements Contents {
    private final UnitOfWork unitOfWork;
    private final Cursors cursors;
    private final ContentSettings settings;

    @Activate
    public ContentDesk(
            @Reference UnitOfWork unitOfWork, @Reference Cursors cursors, @Reference ContentSettings settings) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
        this.settings = settings;
    }

    @Override
    public List<String> kinds(CallContext context) {
        context.requireContentReader();
        return settings.kinds();
    }

    @Override
    public Page<ContentItem> find(CallContext context, ContentQuery query) {
        context.requireContentReader();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        NameFilter.check("q", query.text());
        ContentRules rules = new ContentRules(settings);
        String kind = query.kind() == null ? null : rules.kind(query.kind());
        rules.refuseAny();
        ContentQuery checked =
                new ContentQuery(kind, query.text(), query.sort(), query.descending(), query.limit(), null);
        String list = "content " + context.scope() + " " + kind + " " + query.sort() + " " + query.descending() + " "
                + query.text();
        ContentPosition after =
                query.cursor() == null ? null : ContentPosition.parse(cursors.open(list, query.cursor()));
        List<ContentItem> rows = unitOfWork.read(
                transaction -> transaction.content().list(context.scope(), checked, after, query.limit() + 1));
        return cursors.page(list, query.limit(), rows, row -> ContentPosition.of(row, query.sort())
                .toString());
    }

    @Override
    public ContentItem get(CallContext context, UUID id) {
        context.requireContentReader();
        return required(id, unitOfWork.read(transaction -> transaction.content().byId(context.scope(), id)));
    }

    private static ContentItem required(UUID id, Optional<ContentItem> item) {
        return item.orElseThrow(
                () -> new KontorException(ErrorCode.NOT_FOUND, "There is no content item with the id " + id + "."));
    }

    @Override
    public ContentItem create(CallContext context, NewContent item) {
        context.requireContentWriter();
        ContentRules rules = new ContentRules(settings);
        String kind = rules.kind(item.kind());
        String name = rules.name(item.name());
        String description = rules.description(item.description());
        rules.oneOf(item.body(), item.link(), true);
        String body = item.body() == null ? null : rules.body(item.body());
        String link = item.link() == null ? null : rules.link(item.link());
        rules.refuseAny();
        return unitOfWork.write(context, transaction -> {
            AccountRule.open(context, transaction);
            return added(context, transaction, kind, name, description, body, null, link);
        });
    }

    @Override
    public ContentItem create(CallContext context, NewContent item, ContentUpload upload) {
        context.requireContentWriter();
        ContentRules rules = new ContentRules(settings);
        String kind = rules.kind(item.kind());
        String fileName = rules.fileName(upload.fileName());
        String name = item.name() == null && fileName != null ? fileName : rules.name(item.name());
        String description = rules.description(item.description());
        String mediaType = rules.mediaType(upload.mediaType());
        rules.refuseAny();
        // before anything is read that would be refused
        unitOfWork.write(context, transaction -> {
            AccountRule.open(context, transaction);
            return null;
        });
        try (SpooledUpload bytes = SpooledUpload.of(upload.bytes(), settings.maxFileBytes())) {
            ContentFile file = file(fileName == null ? name : fileName, mediaType, bytes);
            return unitOfWork.write(context, transaction -> {
                AccountRule.open(context, transaction);
                transaction.content().keep(file, bytes.path());
                return added(context, transaction, kind, name, description, null, file, null);
            });
        }
    }

    private static ContentFile file(String name, String mediaType, SpooledUpload bytes) {
        return new ContentFile(name, mediaType, bytes.size(), bytes.sha256());
    }

    private static ContentItem added(
            CallContext context,
            WriteTransaction transaction,
            String kind,
            String name,
            String description,
            String body,
            ContentFile file,
            String link) {
        Stamp now = now(context);
        ContentItem item =
                new ContentItem(Ids.next(), kind, name, description, form(body, file), body, file, link, 1, now, now);
        transaction.save(new ContentChange(context.scope(), null, item, ContentChanges.between(null, item)));
        return item;
    }

    private static ContentForm form(String body, ContentFile file) {
        if (body != null) {
            return ContentForm.BODY;
        }
        return file == null ? ContentForm.LINK : ContentForm.FILE;
    }

    private static Stamp now(CallContext context) {
        return new Stamp(Ids.now(), context.actor().name(), context.source().toString());
    }

    @Override
    public ContentItem change(CallContext context, UUID id, long version, ContentEdit edit) {
        context.requireContentWriter();
        ContentRules rules = new ContentRules(settings);
        String name = edit.name() == null ? null : rules.name(edit.name());
        String description = rules.description(edit.description());
        rules.oneOf(edit.body(), edit.link(), false);
        String body = edit.body() == null ? null : rules.body(edit.body());
        String link = edit.link() == null ? null : rules.link(edit.link());
        return changed(context, id, version, (transaction, before) -> {
            // behind the question whether there is such an item
            rules.refuseAny();
            boolean stays = body == null && link == null;
            return with(
                    context,
                    before,
                    name == null ? before.name() : name,
                    edit.description() == null ? before.description() : description,
                    stays ? before.body() : body,
                    stays ? before.file() : null,
                    stays ? before.link() : link);
        });
    }

    private static ContentItem with(
            CallContext context,
            ContentItem before,
            String name,
            String description,
            String body,
            ContentFile file,
            String link) {
        return new ContentItem(
                before.id(),
                before.kind(),
                name,
                description,
                form(body, file),
                body,
                file,
                link,
                before.version() + 1,
                before.created(),
                now(context));
    }

    /** Writes the change, unless there is none. */
    private ContentItem changed(
            CallContext context, UUID id, long version, BiFunction<WriteTransaction, ContentItem, ContentItem> change) {
        return unitOfWork.write(context, transaction -> {
            ContentItem before = current(context, transaction, id, version);
            AccountRule.open(context, transaction);
            ContentItem after = change.apply(transaction, before);
            List<FieldChange> shown = ContentChanges.between(before, after);
            if (shown.isEmpty()) {
                return before;
            }
            transaction.save(new ContentChange(context.scope(), before, after, shown));
            return after;
        });
    }

    /** The item, locked, as the caller knows it. */
    private static ContentItem current(CallContext context, WriteTransaction transaction, UUID id, long version) {
        ContentItem item = required(id, transaction.content().locked(context.scope(), id));
        if (item.version() != version) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION,
                    "The content item is at version " + item.version() + ", not " + version
                            + ". Somebody changed it meanwhile; read it again.");
        }
        return item;
    }

    @Override
    public ContentItem putFile(CallContext context, UUID id, long version, ContentUpload upload) {
        context.requireContentWriter();
        ContentRules rules = new ContentRules(settings);
        String given = rules.fileName(upload.fileName());
        String mediaType = rules.mediaType(upload.mediaType());
        // before anything is read that would be refused
        unitOfWork.write(context, transaction -> {
            current(context, transaction, id, version);
            AccountRule.open(context, transaction);
            rules.refuseAny();
            return null;
        });
        try (SpooledUpload bytes = SpooledUpload.of(upload.bytes(), settings.maxFileBytes())) {
            return changed(context, id, version, (transaction, before) -> {
                ContentFile file = file(given == null ? fileName(before) : given, mediaType, bytes);
                transaction.content().keep(file, bytes.path());
                return with(context, before, before.name(), before.description(), null, file, null);
            });
        }
    }

    private static String fileName(ContentItem item) {
        return item.file() == null ? item.name() : item.file().name();
    }

    @Override
    public void writeFile(CallContext context, UUID id, String sha256, OutputStream out) {
        ContentFile file = get(context, id).file();
        if (file == null || !file.sha256().equals(sha256)) {
            throw new KontorException(ErrorCode.NOT_FOUND, "The content item has no such file any more.");
        }
        long written = 0;
        for (int n = 0; written < file.size(); n++) {
            int at = n;
            // each by itself: no connection to the database is held while a slow client reads
            byte[] chunk = unitOfWork
                    .read(transaction -> transaction.content().chunk(sha256, at))
                    .orElseThrow(
                            () -> new KontorException(ErrorCode.NOT_FOUND, "The file was deleted while it was read."));
            try {
                out.write(chunk);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written += chunk.length;
        }
    }

    @Override
    public void delete(CallContext context, UUID id, long version) {
        context.requireContentWriter();
        unitOfWork.write(context, transaction -> {
            ContentItem before = current(context, transaction, id, version);
            transaction.save(new ContentChange(context.scope(), before, null, ContentChanges.between(before, null)));
            return null;
        });
    }
}
