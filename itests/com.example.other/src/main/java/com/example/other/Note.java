/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.other;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.Id;

/** Something that is kept. */
@Entity
public class Note {
    @Id
    @GeneratedValue
    Long id;

    String text;
}
