/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.profile.CreationProfile;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:creation-profile-list} (C1). */
@Service
@Command(
        scope = "kontor",
        name = "creation-profile-list",
        description = "Lists what new records must have in an account, beyond what all must")
public final class CreationProfileList extends CreationProfileCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<CreationProfile> profiles = desk().creationProfiles().list(call);
        if (json()) {
            Json.print(
                    screen.out(),
                    Map.of(
                            "items",
                            profiles.stream()
                                    .map(CreationProfileCommand::document)
                                    .toList()));
            return;
        }
        if (profiles.isEmpty()) {
            screen.say("Nothing is asked. Ask for something: kontor:creation-profile-set customer address.city");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("record"),
                        Column.text("must have"),
                        Column.text("region where there are any"),
                        Column.text("asked by")),
                profiles.stream()
                        .map(profile -> List.of(
                                profile.recordType().key(),
                                String.join(", ", profile.fields()),
                                profile.regionWhereSubdivided() ? "yes" : "",
                                profile.account().equals(call.scope()) ? "this account" : "an account above"))
                        .toList());
    }
}
