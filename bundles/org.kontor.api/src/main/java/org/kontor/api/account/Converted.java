/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.List;

/**
 * What a conversion makes, or would make (requirement A5).
 *
 * @param stored false for a review: nothing of it was kept, nothing is mailed
 * @param lead as it is afterwards: CONVERTED, linked with the account
 * @param account the new one
 * @param lab the lab that comes with a partner (requirement A8), or null
 * @param copied how many content items are copied
 * @param members who enters the account
 * @param mails what is mailed to whom
 */
public record Converted(
        boolean stored,
        Account lead,
        Account account,
        Account lab,
        int copied,
        List<Opening.NewMember> members,
        List<Opening.NewMail> mails) {
    public Converted {
        members = List.copyOf(members);
        mails = List.copyOf(mails);
    }
}
