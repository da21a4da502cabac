/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * What is asked of the list of people; null does not restrict.
 *
 * @param text a part of the login, the name or the e-mail
 * @param role only holders of this role, of their own or by a group
 * @param group only members of this group
 * @param disabled only those who are disabled, or only those who are not
 * @param limit 1 to 200 people a page
 * @param cursor of the page before, or null for the first
 */
public record PeopleQuery(String text, Role role, UUID group, Boolean disabled, int limit, String cursor) {
    public PeopleQuery(String text, Role role, Boolean disabled, int limit, String cursor) {
        this(text, role, null, disabled, limit, cursor);
    }
}
