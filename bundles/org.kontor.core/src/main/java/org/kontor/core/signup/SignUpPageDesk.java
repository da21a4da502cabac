/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.signup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.signup.NewSignUpPage;
import org.kontor.api.signup.SignUpPage;
import org.kontor.api.signup.SignUpPages;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Version;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.SignUpPageChange;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Looks after the sign-up pages of partners. */
@Component
public final class SignUpPageDesk implements SignUpPages {
    private static final List<String> NAMES = List.of("name", "on", "plan.kind", "plan.quantity");

    private final UnitOfWork unitOfWork;

    @Activate
    public SignUpPageDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public SignUpPage get(CallContext context) {
        context.requireReader();
        return unitOfWork.read(transaction -> known(context, transaction));
    }

    private static SignUpPage known(CallContext context, ReadTransaction transaction) {
        return transaction
                .signUps()
                .page(context.scope())
                .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "This account has no sign-up page."));
    }

    @Override
    public SignUpPage put(CallContext context, Long version, NewSignUpPage page) {
        context.requireDeclarer();
        return unitOfWork.write(context, transaction -> {
            // changes of one account go one after the other
            transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
            requirePartner(context, transaction);
            SignUpPage before = transaction.signUps().page(context.scope()).orElse(null);
            Version.require(before == null ? null : before.version(), version, "sign-up page");
            NewSignUpPage wanted = SignUpRules.checked(page);
            if (before != null
                    && before.name().equals(wanted.name())
                    && before.on() == wanted.on()
                    && before.plan().equals(wanted.plan())) {
                return before;
            }
            requireFree(transaction, context, wanted.name());
            if (wanted.on()) {
                requireNothingMore(transaction, context);
            }
            SignUpPage after = new SignUpPage(
                    context.scope(),
                    wanted.name(),
                    wanted.on(),
                    wanted.plan(),
                    context.actor().name(),
                    before == null ? 1 : before.version() + 1);
            save(transaction, before, after, before == null ? AuditAction.CREATE : AuditAction.UPDATE);
            return after;
        });
    }

    private static void requirePartner(CallContext context, WriteTransaction transaction) {
        AccountRule.requirePartner(AccountRule.open(context, transaction), "Only partners have a sign-up page.");
    }

    private static void requireFree(WriteTransaction transaction, CallContext context, String name) {
        if (transaction
                .signUps()
                .page(name)
                .filter(other -> !other.account().equals(context.scope()))
                .isPresent()) {
            throw KontorException.invalid("name", "taken", "Is the name of another sign-up page.", name);
        }
    }

    /** Who signs up knows nothing of fields that the partner requires. */
    private static void requireNothingMore(WriteTransaction transaction, CallContext context) {
        Stream.of(RecordType.CUSTOMER, RecordType.ACCOUNT)
                .map(type -> transaction.customFields().of(type, List.of(context.scope())))
                .flatMap(declared -> declared.getOrDefault(context.scope(), Map.of()).values().stream())
                .filter(declared -> declared.field().required())
                .findFirst()
                .ifPresent(declared -> {
                    throw KontorException.invalid(
                            "on",
                            "required_field",
                            "Who signs up cannot fill in the custom field '" + declared.key()
                                    + "', which new records must have here.",
                            null);
                });
    }

    @Override
    public void delete(CallContext context, long version) {
        context.requireDeclarer();
        unitOfWork.write(context, transaction -> {
            transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
            SignUpPage before = known(context, transaction);
            Version.require(before.version(), version, "sign-up page");
            save(transaction, before, null, AuditAction.DELETE);
            return null;
        });
    }

    private static void save(WriteTransaction transaction, SignUpPage before, SignUpPage after, AuditAction action) {
        List<FieldChange> changes = new ArrayList<>();
        List<String> then = parts(before);
        List<String> now = parts(after);
        for (int i = 0; i < NAMES.size(); i++) {
            if (!Objects.equals(then.get(i), now.get(i))) {
                changes.add(new FieldChange(NAMES.get(i), then.get(i), now.get(i)));
            }
        }
        transaction.save(new SignUpPageChange(before, after, action, changes));
    }

    private static List<String> parts(SignUpPage page) {
        return page == null
                ? Arrays.asList(null, null, null, null)
                : Arrays.asList(
                        page.name(),
                        String.valueOf(page.on()),
                        page.plan().kind().name(),
                        page.plan().quantity() == null
                                ? null
                                : page.plan().quantity().toString());
    }
}
