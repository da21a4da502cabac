/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.portal.PortalVisit;
import org.kontor.api.portal.PortalVisitor;
import org.kontor.api.portal.PortalVisits;
import org.kontor.api.portal.PortalWithSecret;
import org.kontor.api.provider.MspLink;
import org.kontor.api.support.NewSupportSession;
import org.kontor.api.support.SupportSession;
import org.kontor.api.support.SupportSessions;
import org.kontor.core.portal.PortalDesk;
import org.kontor.core.portal.PortalVisitDesk;
import org.kontor.core.portal.VisitSettings;
import org.kontor.core.support.SupportDesk;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Who enters an account without being a member of it visits its portal as what they are there, and no longer than they enter. */
@Shows({"A9", "A10", "A11", "P6"})
public class GuestsAtPortalsTest extends TwoPartners {
    private PortalVisits visits;
    private PortalWithSecret portal;

    @Before
    public void aPortal() {
        // sessions count by the clock of the computer for who enters
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        visits =
                new PortalVisitDesk(unitOfWork, new JpaServerSecrets(database.factory()), new VisitSettings(60), clock);
        portal = new PortalDesk(unitOfWork).set(at("paula"), miller.id(), null, "https://portal.example.com/enter");
    }

    private String visit(String name) {
        PortalVisit visit = visits.visit(at(name), miller.id());
        return visit.url().substring(visit.url().indexOf("kontor-visit=") + 13);
    }

    private PortalVisitor redeem(String code) {
        return visits.redeem(portal.secret(), code, "test");
    }

    private void comesInNoMore(String name, String code) {
        assertViolations(List.of("code no_entry"), () -> redeem(code));
        assertRefused(ErrorCode.NOT_FOUND, () -> visit(name));
    }

    @Test
    public void thePeopleOfAProviderAsLongAsTheLinkIsThere() {
        assertRefused(ErrorCode.NOT_FOUND, () -> visit("sam"));
        MspLink link = links.accept(
                at("sara"), links.request(at("mia"), null, south.id()).id());
        assertEquals(Set.of(Role.SITE_ADMIN), redeem(visit("sam")).roles());
        String code = visit("sam");
        links.revoke(at("mia"), link.id());
        comesInNoMore("sam", code);
    }

    @Test
    public void whoHoldsASupportSessionUntilItEnds() {
        SupportSessions sessions = new SupportDesk(unitOfWork, cursors, clock);
        assertRefused(ErrorCode.NOT_FOUND, () -> visit("carl"));
        SupportSession asked =
                sessions.request(at("carl"), new NewSupportSession(miller.id(), "The pump does not start.", 60, null));
        assertRefused(ErrorCode.NOT_FOUND, () -> visit("carl"));
        sessions.grant(at("mia"), asked.id());
        PortalVisitor carl = redeem(visit("carl"));
        assertEquals(Set.of(Role.SUPPORT), carl.roles());
        assertEquals(miller.id(), carl.account());
        String code = visit("carl");
        sessions.end(at("mia"), asked.id());
        comesInNoMore("carl", code);
    }
}
