/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.List;
import java.util.Set;

/**
 * How a lead is converted (requirement A5). At least one administrator is chosen.
 *
 * @param colleagues logins of members of the account directly above the lead, who become administrators of the new account; the
 *     lead's responsible may be one of them
 * @param invited who is invited to be one
 * @param contentKinds kinds of content items that are copied; of others nothing is
 */
public record Conversion(Set<String> colleagues, List<Invitee> invited, Set<String> contentKinds) {
    /** Most colleagues, and most who are invited. */
    public static final int MAX = 100;

    /** Most content items that are copied. */
    public static final int MAX_ITEMS = 10_000;

    public Conversion {
        colleagues = Set.copyOf(colleagues);
        invited = List.copyOf(invited);
        contentKinds = Set.copyOf(contentKinds);
    }

    /**
     * Somebody who is invited.
     *
     * @param language of the mail, {@code en} or {@code fr}; null for that of the installation
     * @param later whether the invitation waits until somebody sends it
     */
    public record Invitee(String name, String email, String language, boolean later) {}
}
