/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.profile.CreationProfile;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.FieldPathCompleter;
import org.kontor.shell.internal.complete.RecordTypeCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:creation-profile-set} (C1). */
@Service
@Command(
        scope = "kontor",
        name = "creation-profile-set",
        description = "Says what new records must have in an account and in those below it, beyond what all must")
public final class CreationProfileSet extends CreationProfileCommand {
    @Option(
            name = "--region-where-subdivided",
            description = "The address must have a region, too, where its country has any")
    private boolean regionWhereSubdivided;

    @Argument(name = "record", description = "customer, location or account", required = true)
    @Completion(RecordTypeCompleter.class)
    private String record;

    @Argument(
            index = 1,
            name = "fields",
            description = "All fields that are asked for, like address.city; none: nothing is asked here",
            multiValued = true)
    @Completion(FieldPathCompleter.class)
    private List<String> fields;

    @Override
    protected void run(CallContext call, Screen screen) {
        CreationProfile profile = desk().creationProfiles()
                .put(
                        call,
                        Choices.of(RecordType.class, "record", record),
                        fields == null ? List.of() : fields,
                        regionWhereSubdivided);
        if (json()) {
            Json.print(screen.out(), document(profile));
        } else {
            screen.say("Creation profile for " + profile.recordType().key() + "s set, version " + profile.version()
                    + ". Take it back: kontor:creation-profile-delete "
                    + profile.recordType().key());
        }
    }
}
