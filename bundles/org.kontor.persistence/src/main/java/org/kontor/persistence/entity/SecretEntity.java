/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A random key of this installation. */
@Entity
@Table(name = "server_secret")
public class SecretEntity {
    @Id
    public String name;

    public String content;
}
