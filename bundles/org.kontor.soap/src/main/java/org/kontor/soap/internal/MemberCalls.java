/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.PeopleDesk;
import org.kontor.soap.records.v1.AccessDeniedFault;
import org.kontor.soap.records.v1.ConflictFault;
import org.kontor.soap.records.v1.FindMembers;
import org.kontor.soap.records.v1.FindMembersResponse;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.InviteMember;
import org.kontor.soap.records.v1.InviteMemberResponse;
import org.kontor.soap.records.v1.NotFoundFault;
import org.kontor.soap.records.v1.RemoveMember;
import org.kontor.soap.records.v1.RemoveMemberResponse;

import static org.kontor.soap.internal.Nillable.given;

/** The operations of records v1 on the members of the account that the call is made for. Thread-safe. */
final class MemberCalls {
    private final PeopleDesk people;
    private final Invitations invitations;

    MemberCalls(PeopleDesk people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    FindMembersResponse find(FindMembers request) throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return RecordsCalls.read(CallContext::requirePeople, caller -> {
            FindMembersResponse response = new FindMembersResponse();
            response.setFindMembersResult(
                    MemberMapping.toSoap(people.find(caller, MemberMapping.toQuery(request.getQuery()))));
            return response;
        });
    }

    InviteMemberResponse invite(InviteMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(CallContext::requireInviter, caller -> {
            InviteMemberResponse response = new InviteMemberResponse();
            response.setInviteMemberResult(
                    MemberMapping.toSoap(invitations.invite(caller, MemberMapping.of(request.getMember()))));
            return response;
        });
    }

    RemoveMemberResponse remove(RemoveMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(CallContext::requirePeople, caller -> {
            people.remove(caller, RecordIds.parse("id", request.getId()), given(request.getVersion()));
            return new RemoveMemberResponse();
        });
    }
}
