/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;

/**
 * Says which members of a partner reach its labs (requirement A8). There they have the role that theirs comes to ({@link
 * org.kontor.api.call.Role#inCustomerAccount()}) and the lab roles of their groups. One by one it is {@link PersonEdit#labs()}, of new ones
 * {@link org.kontor.api.account.AccountField#LABS_FOR_NEW_MEMBERS}. Implementations are thread-safe.
 */
public interface LabAccess {
    /**
     * Lets all members of the partner, that the call is made for, reach all its labs.
     *
     * @return how many did not before
     * @throws KontorException {@code invalid_input}, rule {@code partners_only}; {@code access_denied}, {@code not_found}
     */
    int openToAll(CallContext context);
}
