/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.List;

import org.kontor.monitor.internal.health.Finding.State;

/** All findings of one look. Immutable. */
public record Report(List<Finding> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    public boolean ready() {
        return findings.stream().noneMatch(finding -> finding.state() == State.MISSING);
    }

    /** The parts that are missing. */
    public List<String> missing() {
        return findings.stream()
                .filter(finding -> finding.state() == State.MISSING)
                .map(Finding::part)
                .toList();
    }
}
