/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.HashMap;
import java.util.Map;

import org.kontor.api.account.AccountField;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.Match;
import org.kontor.api.record.RecordQuery.Sort;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.soap.records.v1.AccountQuery;
import org.kontor.soap.records.v1.CustomerQuery;
import org.kontor.soap.records.v1.LocationQuery;
import org.kontor.soap.v1.Find;

import static org.kontor.soap.internal.Nillable.given;

/** From what a find asks for to a query. Not thread-safe. */
final class Queries {
    private final Map<Field, Object> where = new HashMap<>();
    private String text;
    private String match;

    private Queries() {}

    /** @throws KontorException {@code invalid_input} for a name that is not known */
    static RecordQuery toQuery(Find find) {
        return new Queries()
                .text(find.getText(), find.getMatch())
                .where(CustomerField.KIND, find.getKind())
                .where(CustomerField.RELATION, find.getRelation())
                .where(CustomerField.ADDRESS_COUNTRY, find.getCountry())
                .where(CustomerField.TAGS, find.getTag())
                .build(find.getArchived(), find.getSort(), find.isDescending(), find.getLimit(), find.getCursor());
    }

    /** @throws KontorException {@code invalid_input} for a name that is not known */
    static RecordQuery toQuery(CustomerQuery query) {
        return new Queries()
                .text(query.getText(), query.getMatch())
                .where(CustomerField.KIND, query.getKind())
                .where(CustomerField.RELATION, query.getRelation())
                .where(CustomerField.ADDRESS_COUNTRY, query.getCountry())
                .where(CustomerField.TAGS, query.getTag())
                .build(
                        query.getArchived(),
                        query.getSort(),
                        given(query.getDescending()),
                        given(query.getLimit()),
                        query.getCursor());
    }

    /** @throws KontorException {@code invalid_input} for a name that is not known */
    static RecordQuery toQuery(LocationQuery query) {
        return new Queries()
                .text(query.getText(), query.getMatch())
                .where(LocationField.CUSTOMER, query.getCustomer())
                .where(LocationField.PARENT, query.getParent())
                .where(LocationField.TYPE, query.getType())
                .where(LocationField.STATUS, query.getStatus())
                .where(LocationField.ADDRESS_COUNTRY, query.getCountry())
                .where(LocationField.TAGS, query.getTag())
                .build(
                        query.getArchived(),
                        query.getSort(),
                        given(query.getDescending()),
                        given(query.getLimit()),
                        query.getCursor());
    }

    /** @throws KontorException {@code invalid_input} for a name that is not known */
    static RecordQuery toQuery(AccountQuery query) {
        return new Queries()
                .text(query.getText(), query.getMatch())
                .where(AccountField.TYPE, query.getType())
                .where(AccountField.STAGE, query.getStage())
                .where(AccountField.CUSTOMER, query.getCustomer())
                .where(AccountField.RESPONSIBLE, query.getResponsible())
                .where(AccountField.SANDBOX, given(query.getSandbox()))
                .where(AccountField.LAB, given(query.getLab()))
                .where(AccountField.SUSPENDED, given(query.getSuspended()))
                .where(AccountField.CLOSED, given(query.getClosed()))
                .where(AccountField.TAGS, query.getTag())
                .build(
                        query.getArchived(),
                        query.getSort(),
                        given(query.getDescending()),
                        given(query.getLimit()),
                        query.getCursor());
    }

    private Queries text(String newText, String newMatch) {
        text = newText;
        match = newMatch;
        return this;
    }

    private Queries where(Field field, Object value) {
        if (value != null) {
            where.put(field, value);
        }
        return this;
    }

    private RecordQuery build(String archived, String sort, Boolean descending, Integer limit, String cursor) {
        RecordQuery all = RecordQuery.ALL;
        return new RecordQuery(
                text,
                Choices.named(Match.class, "match", match, all.match()),
                where,
                Choices.named(Archived.class, "archived", archived, all.archived()),
                new Sort(Choices.named(SortKey.class, "sort", sort, all.sort().key()), Boolean.TRUE.equals(descending)),
                limit == null ? RecordQuery.DEFAULT_LIMIT : limit,
                cursor);
    }
}
