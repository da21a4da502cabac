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
import org.kontor.soap.records.v1.DisableMember;
import org.kontor.soap.records.v1.DisableMemberResponse;
import org.kontor.soap.records.v1.EnableMember;
import org.kontor.soap.records.v1.EnableMemberResponse;
import org.kontor.soap.records.v1.FindMembers;
import org.kontor.soap.records.v1.FindMembersResponse;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.InviteMember;
import org.kontor.soap.records.v1.InviteMemberResponse;
import org.kontor.soap.records.v1.Member;
import org.kontor.soap.records.v1.NotFoundFault;
import org.kontor.soap.records.v1.RemoveMember;
import org.kontor.soap.records.v1.RemoveMemberResponse;
import org.kontor.soap.records.v1.UpdateMember;
import org.kontor.soap.records.v1.UpdateMemberResponse;

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

    UpdateMemberResponse update(UpdateMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(CallContext::requirePeople, caller -> {
            UpdateMemberResponse response = new UpdateMemberResponse();
            response.setUpdateMemberResult(MemberMapping.toSoap(people.change(
                    caller,
                    RecordIds.parse("id", request.getId()),
                    request.getVersion(),
                    MemberMapping.of(request.getChanges()))));
            return response;
        });
    }

    DisableMemberResponse disable(DisableMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(CallContext::requirePeople, caller -> {
            DisableMemberResponse response = new DisableMemberResponse();
            response.setDisableMemberResult(disabled(caller, request.getId(), given(request.getVersion()), true));
            return response;
        });
    }

    EnableMemberResponse enable(EnableMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(CallContext::requirePeople, caller -> {
            EnableMemberResponse response = new EnableMemberResponse();
            response.setEnableMemberResult(disabled(caller, request.getId(), given(request.getVersion()), false));
            return response;
        });
    }

    private Member disabled(CallContext caller, String id, Long version, boolean disabled) {
        return MemberMapping.toSoap(people.setDisabled(caller, RecordIds.parse("id", id), version, disabled));
    }

    RemoveMemberResponse remove(RemoveMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(CallContext::requirePeople, caller -> {
            people.remove(caller, RecordIds.parse("id", request.getId()), given(request.getVersion()));
            return new RemoveMemberResponse();
        });
    }
}
