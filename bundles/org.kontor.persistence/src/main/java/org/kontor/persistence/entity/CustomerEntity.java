/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.Field;

/** A row of the table customer. */
@Entity
@Table(name = "customer")
public class CustomerEntity extends RecordEntity {
    @Column(name = "kind")
    private String kind;

    @Column(name = "relation")
    private String relation;

    @Column(name = "tax_id")
    private String taxId;

    @Column(name = "email")
    private String email;

    @Column(name = "phone")
    private String phone;

    @Column(name = "web_address")
    private String webAddress;

    @Column(name = "language")
    private String language;

    @Column(name = "currency")
    private String currency;

    @Column(name = "billing_contact_name")
    private String billingContactName;

    @Column(name = "billing_contact_email")
    private String billingContactEmail;

    @Column(name = "billing_contact_phone")
    private String billingContactPhone;

    @Column(name = "billing_address_lines")
    private String billingAddressLines;

    @Column(name = "billing_address_postal_code")
    private String billingAddressPostalCode;

    @Column(name = "billing_address_city")
    private String billingAddressCity;

    @Column(name = "billing_address_region")
    private String billingAddressRegion;

    @Column(name = "billing_address_country")
    private String billingAddressCountry;

    /** Of {@link org.kontor.spi.text.MatchKeys}, like the two behind it. */
    @Column(name = "tax_id_key")
    public String taxIdKey;

    @Column(name = "email_key")
    public String emailKey;

    @Column(name = "domain_key")
    public String domainKey;

    @Override
    public void set(Field field, Object value) {
        switch ((CustomerField) field) {
            case CODE -> code = (String) value;
            case NAME -> name = (String) value;
            case KIND -> kind = (String) value;
            case RELATION -> relation = (String) value;
            case TAX_ID -> taxId = (String) value;
            case EMAIL -> email = (String) value;
            case PHONE -> phone = (String) value;
            case WEB_ADDRESS -> webAddress = (String) value;
            case LANGUAGE -> language = (String) value;
            case CURRENCY -> currency = (String) value;
            case ADDRESS_LINES -> addressLines = (String) value;
            case ADDRESS_POSTAL_CODE -> addressPostalCode = (String) value;
            case ADDRESS_CITY -> addressCity = (String) value;
            case ADDRESS_REGION -> addressRegion = (String) value;
            case ADDRESS_COUNTRY -> addressCountry = (String) value;
            case BILLING_CONTACT_NAME -> billingContactName = (String) value;
            case BILLING_CONTACT_EMAIL -> billingContactEmail = (String) value;
            case BILLING_CONTACT_PHONE -> billingContactPhone = (String) value;
            case BILLING_ADDRESS_LINES -> billingAddressLines = (String) value;
            case BILLING_ADDRESS_POSTAL_CODE -> billingAddressPostalCode = (String) value;
            case BILLING_ADDRESS_CITY -> billingAddressCity = (String) value;
            case BILLING_ADDRESS_REGION -> billingAddressRegion = (String) value;
            case BILLING_ADDRESS_COUNTRY -> billingAddressCountry = (String) value;
            case TAGS -> tags = (String) value;
        }
    }
}
