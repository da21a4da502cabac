/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.Group;
import org.kontor.api.people.GroupEdit;
import org.kontor.api.people.Groups;
import org.kontor.api.people.NewGroup;
import org.kontor.api.record.RecordType;
import org.kontor.core.record.AccountRule;
import org.kontor.core.rules.FieldRules;
import org.kontor.core.rules.TextPart;
import org.kontor.spi.store.GroupChange;
import org.kontor.spi.store.GroupMemberChange;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.text.TextKeys;

/** Looks after groups. */
@Component
public final class GroupDesk implements Groups {
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String LAB_ROLE = "labRole";

    private final UnitOfWork unitOfWork;

    @Activate
    public GroupDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<Group> list(CallContext context) {
        context.requirePeople();
        return unitOfWork.read(transaction -> transaction.groups().of(context.scope()));
    }

    @Override
    public Group get(CallContext context, UUID id) {
        context.requirePeople();
        return unitOfWork.read(transaction -> known(transaction, context, id));
    }

    private static Group known(ReadTransaction transaction, CallContext context, UUID id) {
        return transaction
                .groups()
                .byId(context.scope(), id)
                .orElseThrow(
                        () -> new KontorException(ErrorCode.NOT_FOUND, "There is no group with the id " + id + "."));
    }

    @Override
    public Group create(CallContext context, NewGroup wanted) {
        context.requirePeople();
        return unitOfWork.write(context, transaction -> {
            lock(transaction, context);
            Account account = AccountRule.open(context, transaction);
            Group group = new Group(Ids.next(), account.id(), wanted.name(), wanted.role(), wanted.labRole(), 0, 1);
            Group made = checked(transaction, context, account, group);
            save(transaction, null, made, AuditAction.CREATE);
            return made;
        });
    }

    /** Groups of one account change one after the other. */
    private static void lock(WriteTransaction transaction, CallContext context) {
        transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
    }

    /** The group with its name as it is kept. */
    private static Group checked(ReadTransaction transaction, CallContext context, Account account, Group group) {
        List<Violation> violations = new ArrayList<>();
        String name = (String) FieldRules.check(new TextPart(NAME, MAX_NAME), group.name(), violations);
        if (name == null && violations.isEmpty()) {
            violations.add(new Violation(NAME, "required", "Must be given.", null));
        }
        roles(account, group, violations);
        if (name != null) {
            refuseTaken(transaction.groups().of(account.id()), group.id(), name, violations);
        }
        PersonRules.refuseAny(violations);
        requireMayGive(transaction, context, group);
        return new Group(
                group.id(), group.account(), name, group.role(), group.labRole(), group.members(), group.version());
    }

    private static void roles(Account account, Group group, List<Violation> violations) {
        if (group.role() == null) {
            violations.add(new Violation(ROLE, "required", "Must be given.", null));
        } else if (group.role() == Role.PLATFORM_OPERATOR) {
            violations.add(new Violation(
                    ROLE,
                    "not_by_group",
                    "Platform operators are made one by one.",
                    group.role().name()));
        } else {
            PersonRules.heldIn(ROLE, account.accountType(), Set.of(group.role()), violations);
        }
        if (group.labRole() == null) {
            return;
        }
        if (account.accountType() == AccountType.PARTNER) {
            PersonRules.heldIn(LAB_ROLE, AccountType.CUSTOMER, Set.of(group.labRole()), violations);
        } else {
            violations.add(new Violation(
                    LAB_ROLE,
                    "partners_only",
                    "Only partners have labs.",
                    group.labRole().name()));
        }
    }

    private static void refuseTaken(List<Group> all, UUID id, String name, List<Violation> violations) {
        List<Group> others =
                all.stream().filter(other -> !other.id().equals(id)).toList();
        String key = TextKeys.sortKey(name);
        if (others.stream().anyMatch(other -> TextKeys.sortKey(other.name()).equals(key))) {
            violations.add(new Violation(NAME, "taken", "Is the name of another group of the account.", name));
        } else if (others.size() >= MAX_OF_ACCOUNT) {
            violations.add(
                    new Violation(NAME, "too_many", "An account has at most " + MAX_OF_ACCOUNT + " groups.", name));
        }
    }

    private static void requireMayGive(ReadTransaction transaction, CallContext context, Group group) {
        PersonRules.requireMayTouch(transaction, context, given(group));
    }

    /** All that somebody gets by the group. */
    private static Set<Role> given(Group group) {
        Set<Role> roles = EnumSet.of(group.role());
        if (group.labRole() != null) {
            roles.add(group.labRole());
        }
        return roles;
    }

    @Override
    public Group change(CallContext context, UUID id, long version, GroupEdit edit) {
        context.requirePeople();
        return unitOfWork.write(context, transaction -> {
            lock(transaction, context);
            Group before = own(transaction, context, id, version);
            Group edited = new Group(
                    id,
                    before.account(),
                    edit.name() == null ? before.name() : edit.name(),
                    edit.role() == null ? before.role() : edit.role(),
                    edit.noLabRole() ? null : edit.labRole() == null ? before.labRole() : edit.labRole(),
                    before.members(),
                    version);
            Group after = checked(transaction, context, LabDesk.account(transaction, context.scope()), edited);
            if (after.equals(before)) {
                return before;
            }
            Group next = new Group(
                    id, after.account(), after.name(), after.role(), after.labRole(), after.members(), version + 1);
            save(transaction, before, next, AuditAction.UPDATE);
            return next;
        });
    }

    /** One that the caller may touch. */
    private static Group own(ReadTransaction transaction, CallContext context, UUID id, long version) {
        Group group = known(transaction, context, id);
        requireMayGive(transaction, context, group);
        if (group.version() != version) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION,
                    "The group is at version " + group.version() + ", the change is based on version " + version
                            + ". Read it again.");
        }
        return group;
    }

    @Override
    public void delete(CallContext context, UUID id, long version) {
        context.requirePeople();
        unitOfWork.write(context, transaction -> {
            lock(transaction, context);
            save(transaction, own(transaction, context, id, version), null, AuditAction.DELETE);
            return null;
        });
    }

    @Override
    public void add(CallContext context, UUID group, UUID person) {
        move(context, group, person, true);
    }

    @Override
    public void remove(CallContext context, UUID group, UUID person) {
        move(context, group, person, false);
    }

    private void move(CallContext context, UUID id, UUID person, boolean into) {
        context.requirePeople();
        unitOfWork.write(context, transaction -> {
            lock(transaction, context);
            transaction.people().locked(person); // whose membership could end meanwhile
            Group group = known(transaction, context, id);
            requireMayGive(transaction, context, group);
            Member member = PeopleDeskService.known(context, transaction, person);
            PersonRules.requireMayTouch(transaction, context, member.allRoles());
            if (transaction.groups().has(id, person) != into) {
                transaction.save(new GroupMemberChange(group, member.person(), into));
            }
            return null;
        });
    }

    private static void save(WriteTransaction transaction, Group before, Group after, AuditAction action) {
        List<FieldChange> shown = new ArrayList<>();
        show(shown, NAME, before == null ? null : before.name(), after == null ? null : after.name());
        show(shown, ROLE, before == null ? null : before.role(), after == null ? null : after.role());
        show(shown, LAB_ROLE, before == null ? null : before.labRole(), after == null ? null : after.labRole());
        transaction.save(new GroupChange(before, after, action, shown));
    }

    private static void show(List<FieldChange> shown, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            shown.add(new FieldChange(
                    field, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
