/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.eclipse.persistence.annotations.Converters;

/** A person that signs in. The converters count for the whole unit. */
@Converters({
    @Converter(name = UuidConverter.NAME, converterClass = UuidConverter.class),
    @Converter(name = InstantConverter.NAME, converterClass = InstantConverter.class)
})
@Entity
@Table(name = "person")
public class PersonEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    public String login;

    @Column(name = "display_name")
    public String displayName;

    @Column(name = "name_key")
    public String nameKey;

    public String email;

    @Column(name = "email_key")
    public String emailKey;

    @Convert(UuidConverter.NAME)
    @Column(name = "account_id")
    public UUID account;

    @Column(name = "password_hash")
    public String passwordHash;

    public boolean proven;

    @Column(name = "credential_version")
    public long credentialVersion;

    public boolean disabled;

    @Version
    public long version;
}
