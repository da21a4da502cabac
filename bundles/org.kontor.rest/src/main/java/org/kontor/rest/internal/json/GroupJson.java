/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.call.Role;
import org.kontor.api.people.Group;

/** A group of members as JSON. */
@Schema(name = "Group")
public record GroupJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "Field service") String name,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What its members may do in the account.")
                Role role,
        @Schema(description = "At a partner: what those of them who reach its labs may do there; missing for nothing.")
                Role labRole,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "How many members it has.") int members,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Also the ETag; goes into If-Match.")
                long version) {
    public static GroupJson of(Group group) {
        return new GroupJson(group.id(), group.name(), group.role(), group.labRole(), group.members(), group.version());
    }
}
