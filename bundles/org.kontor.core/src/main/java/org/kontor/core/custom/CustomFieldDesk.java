/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.DeclarationEdit;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.CustomFieldChange;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Looks after the custom fields of accounts. */
@Component
public final class CustomFieldDesk implements CustomFields {
    private final UnitOfWork unitOfWork;

    @Activate
    public CustomFieldDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<Declaration> list(CallContext context, RecordType type) {
        context.requireReader();
        return unitOfWork.read(transaction -> transaction.customFields().around(type, context.scope()));
    }

    @Override
    public Declaration get(CallContext context, UUID id) {
        context.requireReader();
        return unitOfWork.read(transaction -> visible(transaction, context, id));
    }

    private static Declaration visible(ReadTransaction transaction, CallContext context, UUID id) {
        return transaction.customFields().around(null, context.scope()).stream()
                .filter(declaration -> declaration.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new KontorException(ErrorCode.NOT_FOUND, "There is no custom field with the id " + id + "."));
    }

    @Override
    public Declaration declare(CallContext context, NewDeclaration raw) {
        context.requireDeclarer();
        DeclarationRules rules = new DeclarationRules();
        NewDeclaration checked = rules.checked(raw);
        rules.refuseAny();
        return unitOfWork.write(context, transaction -> {
            lock(transaction);
            refuseTaken(transaction, context, checked);
            Declaration made = new Declaration(
                    Ids.next(),
                    context.scope(),
                    checked.recordType(),
                    checked.key(),
                    checked.label(),
                    checked.type(),
                    checked.maxLength(),
                    checked.choices(),
                    checked.required(),
                    checked.help(),
                    false,
                    1);
            save(transaction, null, made, AuditAction.CREATE);
            return made;
        });
    }

    /** One after the other, and none while an account is moved: two that race could declare the same. */
    private static void lock(WriteTransaction transaction) {
        transaction.lockTree();
    }

    private static void refuseTaken(ReadTransaction transaction, CallContext context, NewDeclaration wish) {
        List<Declaration> around = transaction.customFields().around(wish.recordType(), context.scope());
        for (Declaration other : around) {
            if (other.key().equals(wish.key())) {
                throw KontorException.invalid(
                        "key",
                        "taken",
                        "Is declared already, by " + name(transaction, context, other.account()) + ".",
                        wish.key());
            }
        }
        long own = around.stream()
                .filter(other -> other.account().equals(context.scope()))
                .count();
        if (own >= MAX_OF_TYPE) {
            throw KontorException.invalid(
                    "key",
                    "too_many",
                    "An account declares at most " + MAX_OF_TYPE + " custom fields for a type of records.",
                    wish.key());
        }
    }

    private static String name(ReadTransaction transaction, CallContext context, UUID account) {
        if (account.equals(context.scope())) {
            return "this account";
        }
        BusinessRecord below = transaction
                .records()
                .byIds(RecordType.ACCOUNT, context.scope(), List.of(account))
                .get(account);
        return below == null ? "an account above" : "the account '" + below.code() + "' below";
    }

    @Override
    public Declaration change(CallContext context, UUID id, long version, DeclarationEdit edit) {
        return change(context, id, version, AuditAction.UPDATE, before -> {
            DeclarationRules rules = new DeclarationRules();
            Declaration after = rules.changed(before, edit);
            rules.refuseAny();
            return after;
        });
    }

    @Override
    public Declaration setArchived(CallContext context, UUID id, Long version, boolean archived) {
        return change(
                context,
                id,
                version,
                archived ? AuditAction.ARCHIVE : AuditAction.UNARCHIVE,
                before -> with(before, archived, before.version()));
    }

    private static Declaration with(Declaration before, boolean archived, long version) {
        return new Declaration(
                before.id(),
                before.account(),
                before.recordType(),
                before.key(),
                before.label(),
                before.type(),
                before.maxLength(),
                before.choices(),
                before.required(),
                before.help(),
                archived,
                version);
    }

    private Declaration change(
            CallContext context, UUID id, Long version, AuditAction action, UnaryOperator<Declaration> change) {
        context.requireDeclarer();
        return unitOfWork.write(context, transaction -> {
            lock(transaction);
            Declaration before = own(transaction, context, id, version);
            Declaration after = change.apply(before);
            if (after.equals(before)) {
                return before;
            }
            Declaration next = with(after, after.archived(), before.version() + 1);
            save(transaction, before, next, action);
            return next;
        });
    }

    private static Declaration own(WriteTransaction transaction, CallContext context, UUID id, Long version) {
        Declaration declaration = visible(transaction, context, id);
        if (!declaration.account().equals(context.scope())) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "The custom field '" + declaration.key() + "' is declared by "
                            + name(transaction, context, declaration.account()) + ", which alone can change it.");
        }
        if (version != null && version != declaration.version()) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION,
                    "The field is at version " + declaration.version() + ", the change is based on version " + version
                            + ". Read it again.");
        }
        return declaration;
    }

    @Override
    public void delete(CallContext context, UUID id, long version) {
        context.requireDeclarer();
        unitOfWork.write(context, transaction -> {
            lock(transaction);
            Declaration before = own(transaction, context, id, version);
            long values = transaction.customFields().values(id);
            if (values > 0) {
                throw new KontorException(
                        ErrorCode.IN_USE,
                        values + (values == 1 ? " record has" : " records have") + " a value of '" + before.key()
                                + "', so it cannot be deleted. Archive it instead.");
            }
            save(transaction, before, null, AuditAction.DELETE);
            return null;
        });
    }

    private static void save(WriteTransaction transaction, Declaration before, Declaration after, AuditAction action) {
        transaction.save(new CustomFieldChange(before, after, action, shown(before, after)));
    }

    private static List<FieldChange> shown(Declaration before, Declaration after) {
        List<FieldChange> changes = new ArrayList<>();
        List<FieldChange> then = before == null ? null : parts(before);
        List<FieldChange> now = after == null ? null : parts(after);
        List<FieldChange> any = now == null ? then : now;
        for (int i = 0; i < any.size(); i++) {
            String old = then == null ? null : then.get(i).after();
            String fresh = now == null ? null : now.get(i).after();
            if (!Objects.equals(old, fresh)) {
                changes.add(new FieldChange(any.get(i).field(), old, fresh));
            }
        }
        return changes;
    }

    private static List<FieldChange> parts(Declaration declaration) {
        return List.of(
                new FieldChange("recordType", null, declaration.recordType().key()),
                new FieldChange("key", null, declaration.key()),
                new FieldChange("label", null, declaration.label()),
                new FieldChange("type", null, declaration.type().name()),
                new FieldChange("maxLength", null, declaration.maxLength() == 0 ? null : "" + declaration.maxLength()),
                new FieldChange(
                        "choices",
                        null,
                        declaration.choices().isEmpty() ? null : String.join(", ", declaration.choices())),
                new FieldChange("required", null, String.valueOf(declaration.required())),
                new FieldChange("help", null, declaration.help()),
                new FieldChange("archived", null, String.valueOf(declaration.archived())));
    }
}
