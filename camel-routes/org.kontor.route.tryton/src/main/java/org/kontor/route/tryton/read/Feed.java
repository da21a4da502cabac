/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.List;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.SourceRecord;

/**
 * One batch to take in.
 *
 * @param progress to commit with it; null when more of the same page follows
 * @param reach how far the reading has come with it; null when that is not known
 */
public record Feed(RecordType type, List<SourceRecord> records, Progress progress, Reach reach) {}
