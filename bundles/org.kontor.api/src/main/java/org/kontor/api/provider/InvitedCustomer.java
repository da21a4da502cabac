/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.util.List;

import org.kontor.api.account.Account;
import org.kontor.api.account.Opening;
import org.kontor.api.account.PlanChoice;

/**
 * What a partner opened under another one.
 *
 * @param stored false for a review, of which nothing was kept
 * @param plan null when none was chosen
 * @param link between the account and who invited
 */
public record InvitedCustomer(
        boolean stored,
        Account account,
        PlanChoice plan,
        MspLink link,
        List<Opening.NewMember> members,
        List<Opening.NewMail> mails) {
    public InvitedCustomer {
        members = List.copyOf(members);
        mails = List.copyOf(mails);
    }
}
