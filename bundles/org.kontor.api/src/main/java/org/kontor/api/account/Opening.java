/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;

/**
 * What the opening of an account makes: the last step of the wizard (requirement A2), or what became of it.
 *
 * @param stored false for a review: nothing of it was kept, nothing is mailed
 * @param customerIsNew whether the customer was made with it
 * @param lab the lab that comes with a partner (requirement A8), or null
 * @param plan null for none
 * @param members who enters the account, and who became a member elsewhere
 * @param mails what is mailed to whom
 */
public record Opening(
        boolean stored,
        Customer customer,
        boolean customerIsNew,
        Account account,
        Account lab,
        PlanChoice plan,
        List<NewMember> members,
        List<NewMail> mails) {
    public Opening {
        members = List.copyOf(members);
        mails = List.copyOf(mails);
    }

    /**
     * Somebody who becomes a member.
     *
     * @param account of which one becomes a member
     * @param isNew whether the person was made with it
     */
    public record NewMember(UUID account, String login, String name, String email, Set<Role> roles, boolean isNew) {
        public NewMember {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * A mail that goes out.
     *
     * @param kind {@code invitation} with a link to set a password, or {@code membership} without
     * @param language null for that of the installation
     * @param later whether it waits until somebody sends it
     */
    public record NewMail(String kind, String to, String language, boolean later) {}
}
