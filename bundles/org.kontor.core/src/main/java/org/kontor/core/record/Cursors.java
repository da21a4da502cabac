/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.spi.store.ServerSecrets;

/**
 * Seals positions into cursors and opens them: opaque, versioned, signed (HMAC-SHA-256), bound to the query they were made
 * for. Thread-safe.
 */
@Component(service = Cursors.class)
public final class Cursors {
    private static final byte VERSION = 1;
    private static final int MAC_BYTES = 16;
    private static final int MAX_LENGTH = 2000;

    private final byte[] key;

    @Activate
    public Cursors(@Reference ServerSecrets secrets) {
        this.key = secrets.get("cursor");
    }

    /**
     * @param query what the cursor is good for: everything that decides the list but the page
     * @param position the place behind which the next page begins
     */
    public String seal(String query, String position) {
        byte[] body = position.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.write(VERSION);
        cursor.writeBytes(mac(query, body));
        cursor.writeBytes(body);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /** @throws KontorException {@code invalid_cursor} when it was not made here for this query */
    public String open(String query, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.length() > MAX_LENGTH ? "" : cursor);
            if (bytes.length > MAC_BYTES && bytes[0] == VERSION) {
                byte[] mac = Arrays.copyOfRange(bytes, 1, 1 + MAC_BYTES);
                byte[] body = Arrays.copyOfRange(bytes, 1 + MAC_BYTES, bytes.length);
                if (MessageDigest.isEqual(mac, mac(query, body))) {
                    return new String(body, StandardCharsets.UTF_8);
                }
            }
        } catch (IllegalArgumentException e) {
            // not base64: told below
        }
        throw new KontorException(
                ErrorCode.INVALID_CURSOR,
                "The cursor was not given by this server for this query. Start again without a cursor.");
    }

    /**
     * A page of rows, with a cursor when there are more.
     *
     * @param rows at most one more than the limit
     * @param position of a row: what {@link #open} will give back
     */
    public <T> Page<T> page(String query, int limit, List<T> rows, Function<T, String> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        return new Page<>(rows.subList(0, limit), seal(query, position.apply(rows.get(limit - 1))));
    }

    /** @throws KontorException {@code invalid_input} when a page of so many is not given */
    public static void checkLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw KontorException.invalid(
                    "limit", "out_of_range", "Must be from 1 to " + most + ".", String.valueOf(limit));
        }
    }

    private byte[] mac(String query, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(content);
            data.writeByte(VERSION);
            data.writeUTF(query);
            data.write(body);
            return Arrays.copyOf(mac.doFinal(content.toByteArray()), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
