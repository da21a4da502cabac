/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PasswordLinkService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Mail;
import org.kontor.spi.store.Person;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** How many mails go out because somebody asks for them. */
@Shows({"P4", "X3"})
public class MailPaceTest extends OnBothDatabases {
    private Invitations invitations;
    private CallContext admin;

    @Before
    public void administrator() {
        new FirstAdministrator(unitOfWork, "correct horse battery");
        invitations = new InvitationDesk(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())));
        admin = CallContext.of(signIn(Clock.systemUTC()).byLogin("admin").orElseThrow(), Source.REST);
    }

    private Invitation invite(String name, boolean later) {
        return invitations.invite(
                admin, new NewInvitation(null, name, name + "@example.com", Set.of(Role.READ_ONLY), null, later));
    }

    private static String tooMany(ThrowingRunnable call) {
        KontorException refusal = assertThrows(KontorException.class, call);
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, refusal.code());
        return refusal.getMessage();
    }

    @Test
    public void aPersonGetsThreeAnHour() throws Exception {
        Invitation rita = invite("rita", false);
        new PasswordLinkService(unitOfWork, Runnable::run, Clock.systemUTC()).forgotten("rita@example.com", null);
        invitations.resend(admin, rita.id());
        invitations.sendPasswordInstructions(admin, rita.person(), null);
        invitations.resend(admin, rita.id());
        long mails = database.count("SELECT count(*) FROM mail");
        String told = tooMany(() -> invitations.resend(admin, rita.id()));
        Instant until = Instant.parse(told.replaceAll(".* at (.*)[.]", "$1"));
        assertTrue(told, until.isAfter(Instant.now().plusSeconds(3000)));
        assertTrue(told, until.isBefore(Instant.now().plusSeconds(3602)));
        tooMany(() -> invitations.sendPasswordInstructions(admin, rita.person(), null));
        // to revoke and to invite again is no way around
        invitations.revoke(admin, rita.id());
        tooMany(() -> invite("rita", false));
        assertEquals(mails, database.count("SELECT count(*) FROM mail"));
        assertEquals("others do", InvitationState.QUEUED, invite("otto", false).state());
        database.run("UPDATE mail SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        assertEquals(InvitationState.QUEUED, invite("rita", false).state());
    }

    @Test
    public void anAccountSendsAThousandInvitationsAnHour() throws Exception {
        Invitation rita = invite("rita", false);
        unitOfWork.write(admin, transaction -> {
            Person person = transaction.people().byId(rita.person()).orElseThrow();
            Instant now = Ids.now();
            for (int i = 0; i < 998; i++) {
                transaction.mails().queue(Mail.of(Account.OPERATOR, person, "invitation", null, Map.of(), null, now));
                transaction.mails().queue(Mail.of(Account.OPERATOR, person, "signup", null, Map.of(), null, now));
            }
            return null;
        });
        Invitation otto = invite("otto", true);
        invitations.resend(admin, otto.id());
        tooMany(() -> invite("paul", false));
        tooMany(() -> invitations.resend(admin, otto.id()));
        assertEquals(0, database.count("SELECT count(*) FROM person WHERE login LIKE 'paul%'"));
        Invitation paul = invite("paul", true);
        assertEquals(InvitationState.WAITING, paul.state());
        database.run("UPDATE mail SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        invitations.resend(admin, paul.id());
    }
}
