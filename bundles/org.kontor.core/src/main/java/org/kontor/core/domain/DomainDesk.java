/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.domain.DomainProblem;
import org.kontor.api.domain.EmailDomain;
import org.kontor.api.domain.EmailDomains;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.core.people.RandomSecret;
import org.kontor.core.people.SystemCall;
import org.kontor.core.record.AccountRule;
import org.kontor.spi.dns.TextRecords;
import org.kontor.spi.store.EmailDomainChange;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Looks after the e-mail domains of accounts. */
@Component
public final class DomainDesk implements EmailDomains {
    private static final String TEXT = "kontor-domain=";
    /** Each waits for an answer from outside: more would hold up other requests. */
    private static final int MAX_LOOKS = 4;

    private final UnitOfWork unitOfWork;
    private final Semaphore looks = new Semaphore(MAX_LOOKS);

    /** Comes and goes with the domains feature. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile TextRecords dns;

    @Activate
    public DomainDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** One that asks there. */
    public DomainDesk(UnitOfWork unitOfWork, TextRecords dns) {
        this.unitOfWork = unitOfWork;
        this.dns = dns;
    }

    @Override
    public List<EmailDomain> list(CallContext context) {
        context.requirePeople();
        return unitOfWork.read(transaction -> transaction.emailDomains().of(context.scope()));
    }

    @Override
    public EmailDomain add(CallContext context, String given) {
        context.requirePeople();
        String name = DomainRules.name(given);
        return unitOfWork.write(context, transaction -> {
            transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
            AccountRule.open(context, transaction);
            List<EmailDomain> there = transaction.emailDomains().of(context.scope());
            if (there.stream().anyMatch(domain -> domain.name().equals(name))) {
                throw KontorException.invalid("name", "taken", "Is a domain of this account already.", given);
            }
            if (there.size() >= MAX_OF_ACCOUNT) {
                throw KontorException.invalid(
                        "domains",
                        "too_many",
                        "An account has " + MAX_OF_ACCOUNT + " domains at most. Remove one.",
                        null);
            }
            EmailDomain added = new EmailDomain(
                    Ids.next(),
                    context.scope(),
                    name,
                    EmailDomain.LABEL + name,
                    TEXT + RandomSecret.next(),
                    Ids.now(),
                    null,
                    null,
                    null);
            save(transaction, null, added, AuditAction.CREATE);
            return added;
        });
    }

    @Override
    public EmailDomain prove(CallContext context, UUID id) {
        context.requirePeople();
        EmailDomain domain = unitOfWork.read(transaction -> own(transaction, context, id));
        TextRecords.Answer answer = look(domain.recordName());
        Instant now = Ids.now();
        if (answer.texts().contains(domain.recordText())) {
            // by Kontor itself: the other account is not to learn from its audit who proved it
            unitOfWork.write(SystemCall.CONTEXT, transaction -> {
                loseIfGone(transaction, domain, answer, now);
                return null;
            });
            return unitOfWork.write(context, transaction -> proven(transaction, context, id, domain.name(), now));
        }
        DomainProblem problem = problem(answer);
        return unitOfWork.write(context, transaction -> {
            transaction.emailDomains().checked(id, now, problem);
            return own(transaction, context, id);
        });
    }

    private static EmailDomain own(ReadTransaction transaction, CallContext context, UUID id) {
        return transaction
                .emailDomains()
                .byId(id)
                .filter(domain -> domain.account().equals(context.scope()))
                .orElseThrow(DomainDesk::none);
    }

    private static KontorException none() {
        return new KontorException(ErrorCode.NOT_FOUND, "The account has no domain of this id.");
    }

    private TextRecords.Answer look(String name) {
        TextRecords asked = Optional.ofNullable(dns)
                .orElseThrow(() -> new KontorException(
                        ErrorCode.UNAVAILABLE,
                        "The DNS cannot be asked. Install what asks it: feature:install kontor-domains"));
        if (!looks.tryAcquire()) {
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS, "Others ask the DNS at the moment. Try again in some seconds.");
        }
        try {
            return asked.at(name);
        } finally {
            looks.release();
        }
    }

    private static DomainProblem problem(TextRecords.Answer answer) {
        if (!answer.reached()) {
            return DomainProblem.UNREACHABLE;
        }
        return answer.texts().isEmpty() ? DomainProblem.NO_RECORD : DomainProblem.OTHER_TEXT;
    }

    /** Who looks after the domain has taken the record of the other account away, and set this one. */
    private static void loseIfGone(
            WriteTransaction transaction, EmailDomain domain, TextRecords.Answer answer, Instant now) {
        transaction.emailDomains().locked(domain.name()).stream()
                .filter(other -> other.proven() != null && !other.id().equals(domain.id()))
                .filter(other -> !answer.texts().contains(other.recordText()))
                .forEach(other ->
                        save(transaction, other, with(other, null, now, DomainProblem.REPLACED), AuditAction.UPDATE));
    }

    private static EmailDomain proven(
            WriteTransaction transaction, CallContext context, UUID id, String name, Instant now) {
        List<EmailDomain> ofName = transaction.emailDomains().locked(name);
        EmailDomain before = ofName.stream()
                .filter(one -> one.id().equals(id) && one.account().equals(context.scope()))
                .findFirst()
                .orElseThrow(DomainDesk::none);
        if (ofName.stream().anyMatch(one -> one.proven() != null && !one.id().equals(id))) {
            throw new KontorException(
                    ErrorCode.DOMAIN_TAKEN,
                    "Another account has proven '" + name + "', and its TXT record still stands at "
                            + before.recordName() + ". Take that one away first.");
        }
        if (before.proven() != null) {
            transaction.emailDomains().checked(id, now, null);
            return own(transaction, context, id);
        }
        EmailDomain after = with(before, now, now, null);
        save(transaction, before, after, AuditAction.UPDATE);
        return after;
    }

    private static EmailDomain with(EmailDomain domain, Instant proven, Instant checked, DomainProblem problem) {
        return new EmailDomain(
                domain.id(),
                domain.account(),
                domain.name(),
                domain.recordName(),
                domain.recordText(),
                domain.added(),
                proven,
                checked,
                problem);
    }

    @Override
    public void remove(CallContext context, UUID id) {
        context.requirePeople();
        unitOfWork.write(context, transaction -> {
            EmailDomain domain = own(transaction, context, id);
            EmailDomain before = transaction.emailDomains().locked(domain.name()).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(DomainDesk::none);
            save(transaction, before, null, AuditAction.DELETE);
            return null;
        });
    }

    private static void save(WriteTransaction transaction, EmailDomain before, EmailDomain after, AuditAction action) {
        List<FieldChange> shown = new ArrayList<>();
        add(shown, "name", before == null ? null : before.name(), after == null ? null : after.name());
        add(shown, "state", state(before), state(after));
        add(shown, "problem", problem(before), problem(after));
        transaction.save(new EmailDomainChange(before, after, action, shown));
    }

    private static String state(EmailDomain domain) {
        return domain == null ? null : domain.state().name();
    }

    private static String problem(EmailDomain domain) {
        return domain == null || domain.problem() == null
                ? null
                : domain.problem().name();
    }

    private static void add(List<FieldChange> shown, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            shown.add(new FieldChange(field, before, after));
        }
    }
}
