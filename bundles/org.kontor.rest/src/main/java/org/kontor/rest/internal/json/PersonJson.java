/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.call.Role;
import org.kontor.api.people.GroupName;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonWithPassword;

/** Somebody who signs in, as JSON. */
@Schema(name = "Person")
public record PersonJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "One more with each change.") long version,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "rita@example.com") String login,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "Rita Reader") String name,
        @Schema(description = "Missing for programs.", example = "rita@example.com") String email,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What the person may do in the account.")
                List<Role> roles,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Each gives one role more in the account.")
                List<GroupName> groups,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "At a partner: whether the person reaches its labs.")
                boolean labs,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "Whether the account looks after the person: name, e-mail, password.")
                boolean home,
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean disabled,
        @Schema(description = "To the minute; missing for never.") Instant lastSignIn,
        @Schema(description = "While the login is locked after wrong passwords.") Instant lockedUntil,
        @Schema(description = "Shown this once, when it was made here.", accessMode = AccessMode.READ_ONLY)
                String password) {
    public static PersonJson of(PersonDetails person) {
        return of(new PersonWithPassword(person, null));
    }

    public static PersonJson of(PersonWithPassword made) {
        PersonDetails person = made.person();
        return new PersonJson(
                person.id(),
                person.version(),
                person.login(),
                person.name(),
                person.email(),
                person.roles().stream().sorted().toList(),
                person.groups(),
                person.labs(),
                person.home(),
                person.disabled(),
                person.lastSignIn(),
                person.lockedUntil(),
                made.password() == null ? null : new String(made.password()));
    }
}
