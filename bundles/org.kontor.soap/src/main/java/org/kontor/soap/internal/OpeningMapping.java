/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.FieldValues;
import org.kontor.soap.records.v1.CustomerInput;
import org.kontor.soap.records.v1.FirstAdministrators;
import org.kontor.soap.records.v1.NewMail;
import org.kontor.soap.records.v1.NewMails;
import org.kontor.soap.records.v1.NewMember;
import org.kontor.soap.records.v1.NewMembers;
import org.kontor.soap.records.v1.ObjectFactory;
import org.kontor.soap.records.v1.OpenAccount;
import org.kontor.soap.records.v1.PlanChoice;
import org.kontor.soap.records.v1.Roles;

import static org.kontor.soap.internal.Nillable.given;

/** Between the openings of records v1 and those of the services. Stateless. */
final class OpeningMapping {
    private static final ObjectFactory FACTORY = new ObjectFactory();

    private OpeningMapping() {}

    /** @throws KontorException {@code invalid_input} with the place of what cannot be read */
    static NewAccount of(OpenAccount request) {
        String customerId = given(request.getCustomerId());
        CustomerInput customer = given(request.getCustomer());
        return new NewAccount(
                customerId == null ? null : RecordIds.parse("customerId", customerId),
                customer == null ? null : placed("customer", () -> NewRecords.of(customer)),
                placed("account", () -> NewRecords.of(request.getAccount())),
                of(given(request.getPlan())),
                of(request.getAdministrators()));
    }

    private static FieldValues placed(String place, Supplier<FieldValues> read) {
        try {
            return read.get();
        } catch (KontorException refusal) {
            throw refusal.at(place + ".");
        }
    }

    private static org.kontor.api.account.PlanChoice of(PlanChoice plan) {
        return plan == null
                ? null
                : new org.kontor.api.account.PlanChoice(
                        Choices.named(org.kontor.api.account.PlanChoice.Kind.class, "plan.kind", plan.getKind(), null),
                        given(plan.getQuantity()));
    }

    private static org.kontor.api.account.FirstAdministrators of(FirstAdministrators who) {
        return new org.kontor.api.account.FirstAdministrators(
                Choices.named(Who.class, "administrators.who", who.getWho(), null),
                who.getName(),
                who.getEmail(),
                who.getLanguage(),
                Boolean.TRUE.equals(given(who.getLater())),
                Boolean.TRUE.equals(given(who.getPartnerToo())));
    }

    /** Everything that the request says. */
    static RequestDigest digest(NewAccount wanted) {
        org.kontor.api.account.PlanChoice plan = wanted.plan();
        org.kontor.api.account.FirstAdministrators who = wanted.administrators();
        return RequestDigest.of("openAccount")
                .add(wanted.customerId())
                .add(wanted.customer())
                .add(wanted.account())
                .add(plan == null ? null : plan.kind())
                .add(plan == null ? null : plan.quantity())
                .add(plan != null)
                .add(who.who())
                .add(who.name())
                .add(who.email())
                .add(who.language())
                .add(who.later())
                .add(who.partnerToo());
    }

    static org.kontor.soap.records.v1.Opening toSoap(Opening opening) {
        org.kontor.soap.records.v1.Opening soap = new org.kontor.soap.records.v1.Opening();
        soap.setStored(opening.stored());
        soap.setCustomer(StoredRecords.toSoap(opening.customer()));
        soap.setCustomerIsNew(opening.customerIsNew());
        soap.setAccount(StoredRecords.toSoap(opening.account()));
        soap.setLab(opening.lab() == null ? null : StoredRecords.toSoap(opening.lab()));
        soap.setPlan(toSoap(opening.plan()));
        soap.setMembers(members(opening.members()));
        soap.setMails(mails(opening.mails()));
        return soap;
    }

    private static PlanChoice toSoap(org.kontor.api.account.PlanChoice plan) {
        if (plan == null) {
            return null;
        }
        PlanChoice soap = new PlanChoice();
        soap.setKind(plan.kind().name());
        soap.setQuantity(plan.quantity() == null ? null : FACTORY.createPlanChoiceQuantity(plan.quantity()));
        return soap;
    }

    static NewMembers members(List<Opening.NewMember> members) {
        NewMembers soap = new NewMembers();
        for (Opening.NewMember member : members) {
            NewMember one = new NewMember();
            one.setAccount(member.account().toString());
            one.setLogin(XmlText.of(member.login()));
            one.setName(XmlText.of(member.name()));
            one.setEmail(XmlText.of(member.email()));
            one.setRoles(roles(member.roles()));
            one.setIsNew(member.isNew());
            soap.getMember().add(one);
        }
        return soap;
    }

    /** In the order of the table of roles. */
    static Roles roles(Set<Role> roles) {
        Roles soap = new Roles();
        roles.stream().sorted().forEach(role -> soap.getRole().add(role.name()));
        return soap;
    }

    static NewMails mails(List<Opening.NewMail> mails) {
        NewMails soap = new NewMails();
        for (Opening.NewMail mail : mails) {
            NewMail one = new NewMail();
            one.setKind(mail.kind());
            one.setTo(XmlText.of(mail.to()));
            one.setLanguage(mail.language());
            one.setLater(mail.later());
            soap.getMail().add(one);
        }
        return soap;
    }
}
