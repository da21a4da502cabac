/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.GroupName;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.record.Page;

/** One member, who is the last administrator; remembers what it was asked. */
final class FakePeople {
    static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000009");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    static final UUID GROUP = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    PeopleQuery asked;
    NewInvitation invited;
    PersonEdit changed;
    String removed;

    final PeopleDesk desk = fake(PeopleDesk.class);
    final Invitations invitations = fake(Invitations.class);

    /** Of a wide service, what the SOAP door calls. */
    private <T> T fake(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> find((PeopleQuery) arguments[1]);
                    case "invite" -> invite((CallContext) arguments[0], (NewInvitation) arguments[1]);
                    case "change" -> change((long) arguments[2], (PersonEdit) arguments[3]);
                    case "setDisabled" -> disable(arguments[1] + " " + arguments[2], (boolean) arguments[3]);
                    case "remove" -> remove(arguments[1] + " " + arguments[2]);
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private Page<PersonDetails> find(PeopleQuery query) {
        asked = query;
        return new Page<>(List.of(paula(3, false)), "more");
    }

    private static PersonDetails paula(long version, boolean disabled) {
        return new PersonDetails(
                ID,
                "paula",
                "Paula",
                null,
                Set.of(Role.READ_ONLY, Role.ACCOUNT_ADMIN),
                List.of(new GroupName(GROUP, "Support", Role.SITE_ADMIN)),
                true,
                true,
                disabled,
                version,
                NOON,
                null);
    }

    private PersonDetails change(long version, PersonEdit edit) {
        changed = edit;
        return paula(version + 1, false);
    }

    private PersonDetails disable(String wanted, boolean disabled) {
        removed = wanted;
        return paula(4, disabled);
    }

    private Invitation invite(CallContext caller, NewInvitation wanted) {
        invited = wanted;
        return new Invitation(
                UUID.randomUUID(),
                ID,
                wanted.email(),
                wanted.name(),
                wanted.email(),
                wanted.language(),
                InvitationState.WAITING,
                caller.actor().name(),
                NOON,
                null,
                null,
                null,
                null);
    }

    private Object remove(String wanted) {
        removed = wanted;
        if (wanted.endsWith(" 3")) {
            throw new KontorException(ErrorCode.LAST_ADMINISTRATOR, "Nobody would be left to look after the account.");
        }
        return null;
    }
}
