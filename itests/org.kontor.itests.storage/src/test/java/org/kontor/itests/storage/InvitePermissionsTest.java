/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.PlanChoice;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.call.Role;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.provider.InvitePermission;
import org.kontor.api.provider.InvitePermissionQuery;
import org.kontor.api.provider.InvitePermissions;
import org.kontor.api.provider.InvitedCustomer;
import org.kontor.api.provider.MspLinkQuery;
import org.kontor.api.provider.MspLinkState;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.core.opening.InvitePermissionDesk;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** A partner lets another one invite customers under it, who get a link that the customer can end. */
@Shows({"A15", "A9"})
public class InvitePermissionsTest extends TwoPartners {
    private InvitePermissions permissions;

    @Before
    public void service() {
        permissions = new InvitePermissionDesk(unitOfWork, new RuledRecordWriter(), cursors);
    }

    private List<InvitePermission> found(String who, Boolean received) {
        return permissions
                .find(at(who), new InvitePermissionQuery(received, 50, null))
                .items();
    }

    @Test
    public void theInviterOpensAnAccountThereAndIsLinkedToItAlone() {
        InvitePermission given = permissions.give(at("paula"), south.id());
        NewAccount wanted = wanted(AccountType.CUSTOMER, "Carter", "cleo");
        wanted = new NewAccount(
                null,
                wanted.customer(),
                wanted.account(),
                new PlanChoice(PlanChoice.Kind.TRIAL, null),
                wanted.administrators());
        InvitedCustomer review = permissions.review(at("sam"), given.id(), wanted);
        assertFalse(review.stored());
        assertEquals(
                List.of(),
                links.find(at("sara"), new MspLinkQuery(null, null, 50, null)).items());
        InvitedCustomer opened = permissions.open(at("sam"), given.id(), wanted);
        assertTrue(opened.stored());
        assertEquals(MspLinkState.ACTIVE, opened.link().state());
        assertEquals(5, (int) opened.plan().quantity());
        assertEquals("cleo@example.com", opened.mails().get(0).to());
        assertEquals(north.id(), opened.account().header().managingAccount());
        assertEquals(
                Set.of(Role.ACCOUNT_ADMIN), in("sara", opened.account()).actor().memberRoles());
        assertEquals(
                "Carter",
                accounts.get(in("sam", opened.account()), opened.account().id()).name());
        // of the partner nothing else
        for (UUID hidden : List.of(north.id(), miller.id(), baker.id())) {
            assertRefused(ErrorCode.NOT_FOUND, () -> accounts.within(at("sara"), hidden));
        }
        assertEquals(List.of(), customers.find(at("sara"), RecordQuery.ALL).items());
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> customers.get(
                        in("sara", opened.account()), opened.account().customerId()));
        // the partner manages it, and does not enter
        assertFalse(in("paula", opened.account()).actor().enters());
        // the customer ends it
        links.revoke(at("cleo"), opened.link().id());
        assertRefused(ErrorCode.NOT_FOUND, () -> in("sara", opened.account()));
    }

    @Test
    public void itIsGivenAndTakenByThePartnersAdministratorAlone() {
        assertRefused(ErrorCode.ACCESS_DENIED, () -> permissions.give(at("carl"), south.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> permissions.give(in("admin", north), south.id()));
        assertViolations(List.of("account not_a_partner"), () -> permissions.give(at("mia"), south.id()));
        assertViolations(List.of("inviter required"), () -> permissions.give(at("paula"), null));
        assertViolations(List.of("inviter stands_above"), () -> permissions.give(at("paula"), north.id()));
        assertViolations(List.of("inviter unknown_reference"), () -> permissions.give(at("paula"), miller.id()));
        assertViolations(List.of("inviter unknown_reference"), () -> permissions.give(at("paula"), UUID.randomUUID()));
        InvitePermission given = permissions.give(at("paula"), south.id());
        assertEquals("given once", given, permissions.give(at("paula"), south.id()));
        assertEquals("paula@example.com", given.givenBy());
        assertEquals(List.of(given), found("paula", false));
        assertEquals(List.of(), found("paula", true));
        assertEquals("North", found("sara", true).get(0).partner().name());
        assertEquals(null, found("sara", null).get(0).givenBy());
        assertEquals(List.of(), found("mia", null));

        assertRefused(ErrorCode.NOT_FOUND, () -> permissions.take(at("sara"), given.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> permissions.take(at("carl"), given.id()));
        InvitedCustomer opened =
                permissions.open(at("sara"), given.id(), wanted(AccountType.CUSTOMER, "Carter", "cleo"));
        permissions.take(at("paula"), given.id());
        assertEquals(List.of(), found("sara", null));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> permissions.open(at("sara"), given.id(), wanted(AccountType.CUSTOMER, "Dean", "dora")));
        in("sara", opened.account()); // what was opened stays
        for (String who : List.of("paula", "sara", "admin")) {
            assertEquals(
                    who,
                    List.of("DELETE paula@example.com", "CREATE paula@example.com"),
                    audit(at(who), given.id()).stream()
                            .map(entry -> entry.action() + " " + entry.actor())
                            .toList());
        }
    }

    @Test
    public void whatWouldTellOfThePartnerIsNotTheInvitersToSay() {
        InvitePermission given = permissions.give(at("paula"), south.id());
        NewAccount odd = new NewAccount(
                miller.customerId(),
                FieldValues.builder()
                        .set(CustomerField.NAME, "x")
                        .set(CustomerField.CODE, "C")
                        .build(),
                FieldValues.builder()
                        .set(AccountField.NAME, "x")
                        .set(AccountField.TYPE, AccountType.ENTERPRISE.name())
                        .set(AccountField.CODE, "A")
                        .set(AccountField.STAGE, "LEAD")
                        .build(),
                null,
                new FirstAdministrators(Who.BOTH, "x", "x@example.com", null, false, true));
        assertViolations(
                List.of(
                        "customerId new_customer",
                        "account.type not_by_inviter",
                        "account.stage not_by_inviter",
                        "account.code not_by_inviter",
                        "customer.code not_by_inviter",
                        "administrators.who not_by_inviter",
                        "administrators.partnerToo not_by_inviter"),
                () -> permissions.open(at("sara"), given.id(), odd));
        NewAccount fine = wanted(AccountType.CUSTOMER, "Carter", "cleo");
        assertRefused(ErrorCode.NOT_FOUND, () -> permissions.open(at("mia"), given.id(), fine));
        assertRefused(ErrorCode.NOT_FOUND, () -> permissions.open(at("paula"), given.id(), fine));
        assertRefused(ErrorCode.NOT_FOUND, () -> permissions.open(in("admin", south), given.id(), fine));
        add("sara", "rolf", Role.READ_ONLY);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> permissions.open(at("rolf"), given.id(), fine));
        set(north, AccountField.SUSPENDED, true);
        assertRefused(ErrorCode.ACCOUNT_SUSPENDED, () -> permissions.open(at("sara"), given.id(), fine));
        set(north, AccountField.SUSPENDED, false);
        set(north, AccountField.CLOSED, true);
        assertRefused(ErrorCode.ACCOUNT_CLOSED, () -> permissions.open(at("sara"), given.id(), fine));
    }

    @Test
    public void theSameRequestIsDoneOnceAndItsAuditNamesTheInviter() throws Exception {
        InvitePermission given = permissions.give(at("paula"), south.id());
        NewAccount wanted = wanted(AccountType.CUSTOMER, "Carter", "cleo");
        CallContext keyed = at("sara").withRequest(RequestKey.of("key", "key", "digest"));
        InvitedCustomer first = permissions.open(keyed, given.id(), wanted);
        assertEquals(first, permissions.open(keyed, given.id(), wanted));
        assertEquals(1, database.count("SELECT count(*) FROM account WHERE name = 'Carter'"));
        List<AuditEntry> entries = audit(at("paula"), first.account().id());
        assertEquals("sara@example.com", entries.get(entries.size() - 1).actor());
        List<String> outcomes = atOnce(
                () -> permissions.open(at("sara"), given.id(), wanted(AccountType.CUSTOMER, "Dean", "dora")), () -> {
                    permissions.take(at("paula"), given.id());
                    return null;
                });
        assertTrue(outcomes.toString(), outcomes.contains("done"));
        assertRefused(ErrorCode.NOT_FOUND, () -> permissions.open(at("sara"), given.id(), wanted));
    }
}
