/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javax.xml.datatype.XMLGregorianCalendar;

import org.kontor.api.call.Role;
import org.kontor.api.people.GroupName;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.soap.records.v1.Group;
import org.kontor.soap.records.v1.Groups;
import org.kontor.soap.records.v1.Member;
import org.kontor.soap.records.v1.MemberChange;
import org.kontor.soap.records.v1.MemberInvitation;
import org.kontor.soap.records.v1.MemberPage;
import org.kontor.soap.records.v1.MemberQuery;
import org.kontor.soap.records.v1.Members;
import org.kontor.soap.records.v1.Roles;

import static org.kontor.soap.internal.Nillable.given;

/** Between the members of records v1 and the people of the services. Stateless. */
final class MemberMapping {
    private MemberMapping() {}

    /** @throws org.kontor.api.error.KontorException {@code invalid_input} for a role that is none */
    static PeopleQuery toQuery(MemberQuery query) {
        Integer limit = given(query.getLimit());
        return new PeopleQuery(
                query.getText(),
                Choices.named(Role.class, "role", query.getRole(), null),
                given(query.getDisabled()),
                limit == null ? RecordQuery.DEFAULT_LIMIT : limit,
                query.getCursor());
    }

    static MemberPage toSoap(Page<PersonDetails> people) {
        MemberPage page = new MemberPage();
        page.setMembers(new Members());
        people.items().forEach(person -> page.getMembers().getMember().add(toSoap(person)));
        page.setNext(people.next());
        return page;
    }

    static Member toSoap(PersonDetails person) {
        Member soap = new Member();
        soap.setId(person.id().toString());
        soap.setLogin(XmlText.of(person.login()));
        soap.setName(XmlText.of(person.name()));
        soap.setEmail(XmlText.of(person.email()));
        soap.setRoles(OpeningMapping.roles(person.roles()));
        soap.setHome(person.home());
        soap.setDisabled(person.disabled());
        soap.setVersion(person.version());
        soap.setLastSignIn(time(person.lastSignIn()));
        soap.setLockedUntil(time(person.lockedUntil()));
        soap.setGroups(groups(person.groups()));
        soap.setLabs(person.labs());
        return soap;
    }

    private static Groups groups(List<GroupName> names) {
        Groups groups = new Groups();
        for (GroupName name : names) {
            Group group = new Group();
            group.setId(name.id().toString());
            group.setName(XmlText.of(name.name()));
            group.setRole(name.role().name());
            groups.getGroup().add(group);
        }
        return groups;
    }

    /** @throws org.kontor.api.error.KontorException {@code invalid_input} for a role that is none */
    static PersonEdit of(MemberChange changes) {
        Roles roles = given(changes.getRoles());
        return new PersonEdit(
                given(changes.getName()),
                given(changes.getEmail()),
                roles == null ? null : roles(roles),
                given(changes.getLabs()));
    }

    /** @throws org.kontor.api.error.KontorException {@code invalid_input} for a role that is none */
    static NewInvitation of(MemberInvitation invitation) {
        return new NewInvitation(
                invitation.getLogin(),
                invitation.getName(),
                invitation.getEmail(),
                roles(invitation.getRoles()),
                invitation.getLanguage(),
                Boolean.TRUE.equals(given(invitation.getLater())));
    }

    private static Set<Role> roles(Roles given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (given != null) {
            for (String name : given.getRole()) {
                Role role = Choices.named(Role.class, "roles", name, null);
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    static org.kontor.soap.records.v1.Invitation toSoap(Invitation invitation) {
        org.kontor.soap.records.v1.Invitation soap = new org.kontor.soap.records.v1.Invitation();
        soap.setId(invitation.id().toString());
        soap.setPerson(invitation.person().toString());
        soap.setLogin(XmlText.of(invitation.login()));
        soap.setName(XmlText.of(invitation.name()));
        soap.setEmail(XmlText.of(invitation.email()));
        soap.setLanguage(invitation.language());
        soap.setState(invitation.state().name());
        soap.setInvitedBy(XmlText.of(invitation.invitedBy()));
        soap.setCreated(RecordMapping.time(invitation.created()));
        soap.setSent(time(invitation.sent()));
        soap.setExpires(time(invitation.expires()));
        soap.setEnded(time(invitation.ended()));
        soap.setProblem(XmlText.of(invitation.problem()));
        return soap;
    }

    private static XMLGregorianCalendar time(Instant at) {
        return at == null ? null : RecordMapping.time(at);
    }
}
