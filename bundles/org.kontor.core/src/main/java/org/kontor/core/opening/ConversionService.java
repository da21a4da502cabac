/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.Conversion;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.Converted;
import org.kontor.api.account.Opening.NewMail;
import org.kontor.api.account.Opening.NewMember;
import org.kontor.api.account.Stage;
import org.kontor.api.call.CallContext;
import org.kontor.api.custom.Declaration;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.core.access.Acting;
import org.kontor.core.content.ContentSettings;
import org.kontor.core.people.NewAdministrators;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Labs;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Converts leads. A review does all of it and takes it back. */
@Component
public final class ConversionService implements Conversions {
    /** What a copy has of its lead. */
    private static final List<Field> CARRIED = List.of(
            AccountField.TYPE, AccountField.NAME, AccountField.CUSTOMER, AccountField.RESPONSIBLE, AccountField.TAGS);

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final ContentSettings content;

    @Activate
    public ConversionService(
            @Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference ContentSettings content) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.content = content;
    }

    @Override
    public Converted convert(CallContext context, UUID lead, Conversion wanted) {
        check(context, wanted);
        return unitOfWork.write(context, transaction -> converted(context, transaction, lead, wanted, true));
    }

    @Override
    public Converted review(CallContext context, UUID lead, Conversion wanted) {
        check(context, wanted);
        return Review.of(unitOfWork, context, transaction -> converted(context, transaction, lead, wanted, false));
    }

    private void check(CallContext context, Conversion wanted) {
        context.requireWriter();
        List<Violation> violations = new ArrayList<>();
        tooMany("colleagues", wanted.colleagues().size(), violations);
        tooMany("invited", wanted.invited().size(), violations);
        if (wanted.colleagues().isEmpty() && wanted.invited().isEmpty()) {
            violations.add(new Violation("colleagues", "required", "Choose at least one administrator.", null));
        }
        for (String kind : new TreeSet<>(wanted.contentKinds())) {
            if (!content.kinds().contains(kind)) {
                violations.add(new Violation(
                        "contentKinds", "unknown_choice", "Must be some of " + content.kinds() + ".", kind));
            }
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        NewAdministrators.check(context, wanted.invited());
    }

    private static void tooMany(String field, int size, List<Violation> violations) {
        if (size > Conversion.MAX) {
            violations.add(
                    new Violation(field, "too_many", "Must be at most " + Conversion.MAX + ".", String.valueOf(size)));
        }
    }

    private Converted converted(
            CallContext context, WriteTransaction transaction, UUID id, Conversion wanted, boolean stored) {
        AccountRule.known(context, transaction, id);
        // what it becomes is new in the tree; who comes second finds it converted
        transaction.lockTree();
        transaction.lock(RecordType.ACCOUNT, List.of(id));
        Account lead = AccountRule.known(context, transaction, id);
        AccountRule.requireManager(context, lead);
        requireLead(lead);
        AccountRule.requireOpen(lead);
        if (!wanted.contentKinds().isEmpty()) {
            Acting.within(transaction, context, id).requireContentReader();
        }
        int copied = chosen(transaction, id, wanted);
        UUID above = lead.header().managingAccount();
        CallContext there = above.equals(context.scope()) ? context : Acting.within(transaction, context, above);
        there.requireWriter();
        Instant now = Ids.now();
        FieldValues.Builder carried = FieldValues.builder().set(AccountField.STAGE, Stage.CUSTOMER.name());
        CARRIED.forEach(field -> carried.set(field, lead.values().get(field)));
        Map<String, Declaration> declared = transaction
                .customFields()
                .of(RecordType.ACCOUNT, List.of(above))
                .getOrDefault(above, Map.of());
        lead.values().custom().forEach((field, value) -> {
            if (declared.containsKey(field.key()) && !declared.get(field.key()).archived()) {
                carried.set(field, value);
            }
        });
        Account account = written(there, transaction, Draft.converted(carried.build()));
        FieldValues converted = FieldValues.builder()
                .set(AccountField.STAGE, Stage.CONVERTED.name())
                .set(AccountField.CONVERTED_TO, account.id())
                .build();
        Account after = written(there, transaction, Draft.conversion(lead, converted));
        if (stored) {
            Stamp stamp =
                    new Stamp(now, context.actor().name(), context.source().toString());
            copied = transaction.content().copy(id, account.id(), wanted.contentKinds(), stamp);
        }
        List<NewMember> members = new ArrayList<>();
        List<NewMail> mails = new ArrayList<>();
        NewAdministrators administrators = new NewAdministrators(transaction, there, account, now, members, mails);
        administrators.join(wanted.colleagues().stream()
                .map(login -> login.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new)));
        administrators.invite(wanted.invited());
        return new Converted(stored, after, account, Labs.first(transaction, account), copied, members, mails);
    }

    /** How many content items are to be copied. */
    private static int chosen(WriteTransaction transaction, UUID lead, Conversion wanted) {
        int chosen = transaction.content().count(lead, wanted.contentKinds());
        if (chosen > Conversion.MAX_ITEMS) {
            throw KontorException.invalid(
                    "contentKinds",
                    "too_many",
                    "Of these kinds there are " + chosen + " content items; a conversion copies at most "
                            + Conversion.MAX_ITEMS + ".",
                    String.valueOf(chosen));
        }
        return chosen;
    }

    private static void requireLead(Account lead) {
        if (lead.stage() == Stage.CONVERTED) {
            throw new KontorException(
                    ErrorCode.ALREADY_CONVERTED, "The lead '" + lead.code() + "' was converted before.");
        }
        if (lead.stage() != Stage.LEAD) {
            throw KontorException.invalid(
                    "stage",
                    "not_a_lead",
                    "Only leads are converted.",
                    lead.stage().name());
        }
    }

    private Account written(CallContext context, WriteTransaction transaction, Draft draft) {
        Written written = writer.write(context, transaction, RecordType.ACCOUNT, List.of(draft))
                .get(0);
        if (written.refusal() != null) {
            throw written.refusal();
        }
        return (Account) written.record();
    }
}
