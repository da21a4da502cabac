/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.soap.records.v1.BulkResults;
import org.kontor.soap.records.v1.BulkRows;
import org.kontor.soap.records.v1.ObjectFactory;

/** Between the rows of records v1 and those of the bulk service. */
final class BulkMapping {
    private static final ObjectFactory FACTORY = new ObjectFactory();

    private BulkMapping() {}

    /** A row that cannot be read becomes one that is refused: it does not keep the others from being written. */
    static List<BulkRow> toRows(BulkRows rows) {
        return rows.getRow().stream().map(BulkMapping::toRow).toList();
    }

    private static BulkRow toRow(org.kontor.soap.records.v1.BulkRow row) {
        RecordType type =
                row.getCustomer() == null && row.getLocation() != null ? RecordType.LOCATION : RecordType.CUSTOMER;
        try {
            if ((row.getCustomer() == null) == (row.getLocation() == null)) {
                throw KontorException.invalid("customer", "one_of", "Give either customer or location.", null);
            }
            return read(type, row);
        } catch (KontorException refusal) {
            return BulkRow.refused(type, refusal);
        }
    }

    private static BulkRow read(RecordType type, org.kontor.soap.records.v1.BulkRow row) {
        FieldValues given = type == RecordType.CUSTOMER ? Changes.of(row.getCustomer()) : Changes.of(row.getLocation());
        FieldValues chosen = Changes.only(type, row.getOnly(), given);
        RecordKey key = new RecordKey(
                row.getId() == null ? null : RecordIds.parse("id", row.getId()),
                reference(row.getReference()),
                given.text(type.codeField()));
        // a code that finds the record is also the code of one that is created, whether it is to be changed or not
        FieldValues values = key.decidingCode().isEmpty() ? chosen : withCode(type, key.code(), chosen);
        Map<Field, RecordKey> references = references(type, row);
        if (references.containsKey(LocationField.PARENT) && values.has(LocationField.PARENT)) {
            throw KontorException.invalid(
                    "partOf",
                    "one_of",
                    "Give either partOf or parentId.",
                    String.valueOf(values.get(LocationField.PARENT)));
        }
        return new BulkRow(
                type,
                Choices.named(BulkAction.class, "action", row.getAction(), BulkAction.UPSERT),
                key,
                row.getVersion() == null ? null : row.getVersion().getValue(),
                values,
                references,
                null);
    }

    private static FieldValues withCode(RecordType type, String code, FieldValues values) {
        FieldValues.Builder all = FieldValues.builder().set(type.codeField(), code);
        values.forEach(all::set);
        return all.build();
    }

    private static Map<Field, RecordKey> references(RecordType type, org.kontor.soap.records.v1.BulkRow row) {
        Map<Field, RecordKey> references = new HashMap<>();
        if (row.getOfCustomer() != null) {
            references.put(LocationField.CUSTOMER, key("ofCustomer", row.getOfCustomer()));
        }
        if (row.getPartOf() != null) {
            references.put(LocationField.PARENT, key("partOf", row.getPartOf()));
        }
        if (type == RecordType.CUSTOMER && !references.isEmpty()) {
            throw KontorException.invalid(
                    row.getOfCustomer() == null ? "partOf" : "ofCustomer",
                    "unknown_field",
                    "Only a location has this.",
                    null);
        }
        return references;
    }

    private static RecordKey key(String field, org.kontor.soap.records.v1.RecordKey key) {
        RecordKey read = new RecordKey(
                key.getId() == null ? null : RecordIds.parse(field + ".id", key.getId()),
                reference(key.getReference()),
                key.getCode());
        if (read.isEmpty()) {
            throw KontorException.invalid(field, "required", "Give id, reference or code.", null);
        }
        return read;
    }

    private static CrossReference reference(org.kontor.soap.records.v1.CrossReference reference) {
        return reference == null ? null : new CrossReference(reference.getConnection(), reference.getExternalId());
    }

    /** Everything that the rows say. */
    static RequestDigest digest(List<BulkRow> rows) {
        RequestDigest digest = RequestDigest.of("bulkUpsert");
        for (BulkRow row : rows) {
            digest.add(row.type()).add(row.action()).add(row.version()).add(row.values());
            add(digest, row.key());
            add(digest, row.references().get(LocationField.CUSTOMER));
            add(digest, row.references().get(LocationField.PARENT));
            digest.add(row.refusal() == null ? null : row.refusal().getMessage());
        }
        return digest;
    }

    private static void add(RequestDigest digest, RecordKey key) {
        RecordKey some = key == null ? RecordKey.NONE : key;
        CrossReference reference = some.reference();
        digest.add(some.id()).add(some.code());
        digest.add(reference == null ? null : reference.connection());
        digest.add(reference == null ? null : reference.externalId());
    }

    static BulkResults toSoap(List<BulkResult> results) {
        BulkResults soap = new BulkResults();
        results.forEach(result -> soap.getResult().add(toSoap(result)));
        return soap;
    }

    private static org.kontor.soap.records.v1.BulkResult toSoap(BulkResult result) {
        org.kontor.soap.records.v1.BulkResult soap = new org.kontor.soap.records.v1.BulkResult();
        soap.setOutcome(result.outcome().name());
        if (result.outcome() == Outcome.REFUSED) {
            soap.setError(result.error());
            soap.setMessage(XmlText.of(result.message()));
            soap.setViolations(RecordsFaults.violations(result.violations()));
        } else {
            soap.setId(result.id().toString());
            soap.setCode(XmlText.of(result.code()));
            soap.setVersion(FACTORY.createBulkResultVersion(result.version()));
        }
        return soap;
    }
}
