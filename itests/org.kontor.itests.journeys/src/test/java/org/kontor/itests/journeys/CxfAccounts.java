/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.ws.BindingProvider;
import javax.xml.ws.handler.MessageContext;

import org.kontor.itests.client.soap.Account;
import org.kontor.itests.client.soap.AccountChange;
import org.kontor.itests.client.soap.AccountInput;
import org.kontor.itests.client.soap.Converted;
import org.kontor.itests.client.soap.CustomerInput;
import org.kontor.itests.client.soap.FirstAdministrators;
import org.kontor.itests.client.soap.InvalidInputFault;
import org.kontor.itests.client.soap.Invitation;
import org.kontor.itests.client.soap.Invitee;
import org.kontor.itests.client.soap.Invitees;
import org.kontor.itests.client.soap.Member;
import org.kontor.itests.client.soap.MemberChange;
import org.kontor.itests.client.soap.MemberInvitation;
import org.kontor.itests.client.soap.MemberQuery;
import org.kontor.itests.client.soap.ObjectFactory;
import org.kontor.itests.client.soap.Opening;
import org.kontor.itests.client.soap.PlanChoice;
import org.kontor.itests.client.soap.RecordsPortType;
import org.kontor.itests.client.soap.Roles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Walks through accounts and members with the client that CXF made of the WSDL. */
final class CxfAccounts {
    private static final ObjectFactory NEW = new ObjectFactory();

    private final RecordsPortType records;
    private final String word;

    CxfAccounts(RecordsPortType records, String word) {
        this.records = records;
        this.word = word;
    }

    /** The id of a lead that was converted. */
    String walk() throws Exception {
        Opening opened = opens();
        String lead = converts(opened.getCustomer().getId());
        looksAfterMembers(opened.getAccount().getId());
        return lead;
    }

    private Opening opens() throws Exception {
        CustomerInput customer = NEW.createCustomerInput();
        customer.setName(word + " Filiale");
        FirstAdministrators both = NEW.createFirstAdministrators();
        both.setWho("BOTH");
        both.setName("Paula");
        both.setEmail(word + "-p@example.com");
        both.setLater(NEW.createFirstAdministratorsLater(true));
        PlanChoice trial = NEW.createPlanChoice();
        trial.setKind("TRIAL");
        AccountInput account = account(null);
        assertFalse(records.openAccount(null, customer, account, trial, both, true, null)
                .isStored());
        Opening opened = records.openAccount(null, customer, account, trial, both, null, word + "-open");
        assertTrue(opened.isStored() && opened.isCustomerIsNew());
        assertEquals(Integer.valueOf(5), opened.getPlan().getQuantity().getValue());
        assertEquals(2, opened.getMembers().getMember().size());
        assertEquals(1, opened.getMails().getMail().size());
        assertEquals(
                "again",
                opened.getAccount().getId(),
                records.openAccount(null, customer, account, trial, both, null, word + "-open")
                        .getAccount()
                        .getId());
        return opened;
    }

    private String converts(String customer) throws Exception {
        AccountInput input = account("LEAD");
        input.setCustomerId(customer);
        Account lead = records.createAccount(input, null);
        assertEquals("LEAD", lead.getStage());
        AccountChange change = NEW.createAccountChange();
        change.setSandbox(NEW.createAccountChangeSandbox(true));
        change.setResponsible(NEW.createAccountChangeResponsible(null));
        Account changed = records.updateAccount(lead.getId(), lead.getVersion(), change, null);
        assertTrue(changed.isSandbox());
        assertNull("cleared", changed.getResponsible());
        assertEquals("the name stays", lead.getName(), changed.getName());

        Invitee invitee = NEW.createInvitee();
        invitee.setName("Rita");
        invitee.setEmail(word + "-r@example.com");
        invitee.setLater(NEW.createInviteeLater(true));
        Invitees invited = NEW.createInvitees();
        invited.getInvitee().add(invitee);
        Converted converted = records.convertLead(lead.getId(), null, invited, null, null);
        assertEquals("CONVERTED", converted.getLead().getStage());
        assertEquals(converted.getAccount().getId(), converted.getLead().getConvertedTo());
        return lead.getId();
    }

    private void looksAfterMembers(String account) throws Exception {
        Map<String, Object> context = ((BindingProvider) records).getRequestContext();
        // CXF adds to it
        context.put(MessageContext.HTTP_REQUEST_HEADERS, new HashMap<>(Map.of("Kontor-Account", List.of(account))));
        try {
            MemberInvitation member = NEW.createMemberInvitation();
            member.setName("Bill");
            member.setEmail(word + "-b@example.com");
            Roles roles = NEW.createRoles();
            roles.getRole().add("BILLING");
            member.setRoles(roles);
            member.setLater(NEW.createMemberInvitationLater(true));
            Invitation invitation = records.inviteMember(member);
            assertEquals("WAITING", invitation.getState());
            MemberQuery query = NEW.createMemberQuery();
            assertEquals(3, records.findMembers(query).getMembers().getMember().size());
            query.setText(invitation.getLogin());
            Member bill = records.findMembers(query).getMembers().getMember().get(0);
            Roles reads = NEW.createRoles();
            reads.getRole().add("READ_ONLY");
            MemberChange change = NEW.createMemberChange();
            change.setRoles(NEW.createMemberChangeRoles(reads));
            bill = records.updateMember(bill.getId(), bill.getVersion(), change);
            assertEquals(List.of("READ_ONLY"), bill.getRoles().getRole());
            assertTrue(records.disableMember(bill.getId(), null).isDisabled());
            assertFalse(records.enableMember(bill.getId(), null).isDisabled());
            InvalidInputFault only =
                    assertThrows(InvalidInputFault.class, () -> records.removeMember(invitation.getPerson(), null));
            assertEquals(
                    "last_membership",
                    only.getFaultInfo().getViolations().getViolation().get(0).getRule());
        } finally {
            context.remove(MessageContext.HTTP_REQUEST_HEADERS);
        }
    }

    private AccountInput account(String stage) {
        AccountInput account = NEW.createAccountInput();
        account.setName(word + " Konto");
        account.setType("CUSTOMER");
        account.setStage(stage);
        return account;
    }
}
