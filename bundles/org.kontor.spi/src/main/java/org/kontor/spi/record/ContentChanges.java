/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentItem;

/**
 * What the audit shows of a change of a content item: of bodies and files the size and the hash, of links no query, which
 * may hold a secret. Stateless.
 */
public final class ContentChanges {
    private ContentChanges() {}

    /**
     * @param before null for an item that is new
     * @param after null for one that is gone; not both
     * @return empty when nothing changed
     */
    public static List<FieldChange> between(ContentItem before, ContentItem after) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "kind", before, after, ContentItem::kind, Function.identity());
        add(changes, "name", before, after, ContentItem::name, Function.identity());
        add(changes, "description", before, after, ContentItem::description, Function.identity());
        add(changes, "body", before, after, ContentItem::body, ContentChanges::summary);
        add(changes, "link", before, after, ContentItem::link, ContentChanges::withoutQuery);
        file(changes, "file.name", before, after, ContentFile::name);
        file(changes, "file.mediaType", before, after, ContentFile::mediaType);
        file(changes, "file.size", before, after, ContentFile::size);
        file(changes, "file.sha256", before, after, ContentFile::sha256);
        return changes;
    }

    /** @param original the body may be missing */
    public static List<FieldChange> ofCopy(ContentItem original) {
        List<FieldChange> changes = between(null, original);
        changes.add(new FieldChange("copyOf", null, original.id().toString()));
        return changes;
    }

    private static void file(
            List<FieldChange> changes,
            String field,
            ContentItem before,
            ContentItem after,
            Function<ContentFile, Object> part) {
        Function<ContentItem, String> value =
                item -> item.file() == null ? null : String.valueOf(part.apply(item.file()));
        add(changes, field, before, after, value, Function.identity());
    }

    private static void add(
            List<FieldChange> changes,
            String field,
            ContentItem before,
            ContentItem after,
            Function<ContentItem, String> value,
            Function<String, String> shown) {
        String was = before == null ? null : value.apply(before);
        String is = after == null ? null : value.apply(after);
        if (!Objects.equals(was, is)) {
            changes.add(
                    new FieldChange(field, was == null ? null : shown.apply(was), is == null ? null : shown.apply(is)));
        }
    }

    private static String withoutQuery(String link) {
        String place = link.split("[?#]", 2)[0];
        return place.length() == link.length() ? link : place + "?…";
    }

    private static String summary(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return bytes.length + " bytes, SHA-256 " + hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
