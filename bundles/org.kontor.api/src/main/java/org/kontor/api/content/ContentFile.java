/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

/**
 * What is known of a file without its bytes.
 *
 * @param name as it is offered to who downloads it; never a path
 * @param mediaType as who uploaded it said; nobody checked it
 * @param size in bytes
 * @param sha256 of the bytes, 64 hexadecimal digits in small letters
 */
public record ContentFile(String name, String mediaType, long size, String sha256) {}
