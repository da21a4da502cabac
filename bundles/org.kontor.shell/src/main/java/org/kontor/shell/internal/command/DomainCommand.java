/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.api.call.CallContext;
import org.kontor.api.domain.EmailDomain;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.AccountCommand;

/** What the commands for e-mail domains have in common. */
public abstract class DomainCommand extends AccountCommand {
    @Override
    protected String next(KontorException refusal) {
        return refusal.code() == ErrorCode.NOT_FOUND ? "Which there are: kontor:domain-list" : super.next(refusal);
    }

    /** @throws KontorException {@code not_found} */
    final EmailDomain named(CallContext call, String name) {
        return desk().emailDomains().list(call).stream()
                .filter(domain -> domain.name().equalsIgnoreCase(name)
                        || domain.id().toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new KontorException(ErrorCode.NOT_FOUND, "The account has no domain '" + name + "'."));
    }

    /** In the names that REST uses. */
    static Map<String, Object> document(EmailDomain domain) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", domain.id());
        document.put("name", domain.name());
        document.put("state", domain.state());
        document.put("recordName", domain.recordName());
        document.put("recordText", domain.recordText());
        document.put("added", domain.added());
        document.put("proven", domain.proven());
        document.put("checked", domain.checked());
        document.put("problem", domain.problem());
        return document;
    }

    static String record(EmailDomain domain) {
        return domain.recordName() + " TXT \"" + domain.recordText() + '"';
    }
}
