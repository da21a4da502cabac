/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.domain;

/** What the last look into the DNS met. */
public enum DomainProblem {
    NO_RECORD("There is no TXT record at this name yet. A new one may take some time to be seen."),
    OTHER_TEXT("There is a TXT record at this name, with another text."),
    UNREACHABLE("The DNS gave no answer. Try again later."),
    REPLACED("Another account has proven the domain since, and the record of this one was no longer there.");

    private final String message;

    DomainProblem(String message) {
        this.message = message;
    }

    /** For people; may change. */
    public String message() {
        return message;
    }
}
