/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.time.Instant;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.eclipse.persistence.annotations.Converters;

import org.kontor.api.record.Field;

/** The columns that customers and locations share; the others are set by field. Converters count for the whole unit. */
@MappedSuperclass
@Converters({
    @Converter(name = UuidConverter.NAME, converterClass = UuidConverter.class),
    @Converter(name = InstantConverter.NAME, converterClass = InstantConverter.class)
})
public abstract class RecordEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    @Convert(UuidConverter.NAME)
    @Column(name = "account_id")
    public UUID account;

    @Version
    public long version;

    public boolean archived;

    @Convert(InstantConverter.NAME)
    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "created_through")
    public String createdThrough;

    @Convert(InstantConverter.NAME)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    public String changedBy;

    @Column(name = "changed_through")
    public String changedThrough;

    public String code;
    public String name;

    @Column(name = "name_key")
    public String nameKey;

    /** The country, or an empty text: never null, so that lists can be sorted by it. */
    @Column(name = "country_key")
    public String countryKey;

    @Column(name = "tags")
    protected String tags;

    @Column(name = "address_lines")
    protected String addressLines;

    @Column(name = "address_postal_code")
    protected String addressPostalCode;

    @Column(name = "address_city")
    protected String addressCity;

    @Column(name = "address_region")
    protected String addressRegion;

    @Column(name = "address_country")
    protected String addressCountry;

    /** @param value of the field's column: text (lists as lines of text), decimal or UUID */
    public abstract void set(Field field, Object value);
}
