/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Run;

/** Reads what explains a record to a person (requirement S16). Sets of any size cost a fixed number of queries per thousand. */
public interface DeskReader {
    /** The record's cross references, by connection and external id. */
    List<KnownLink> links(RecordType type, UUID recordId);

    /** Runs by id; those that are not kept any more are missing. */
    Map<UUID, Run> runs(Collection<UUID> ids);

    /** By connection; those that did not say theirs are missing. */
    Map<String, KnownRules> rules(RecordType type, Collection<String> connections);
}
