/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.account.Account;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.brand.AccountBrand;
import org.kontor.api.call.CallContext;
import org.kontor.api.custom.Declaration;
import org.kontor.api.people.Group;
import org.kontor.api.profile.CreationProfile;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.signup.SignUpPage;
import org.kontor.spi.record.FieldChanges;
import org.kontor.spi.store.BrandChange;
import org.kontor.spi.store.ContentChange;
import org.kontor.spi.store.CreationProfileChange;
import org.kontor.spi.store.CustomFieldChange;
import org.kontor.spi.store.EmailDomainChange;
import org.kontor.spi.store.GroupChange;
import org.kontor.spi.store.GroupMemberChange;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.InviteRight;
import org.kontor.spi.store.InviteRightChange;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.PlanChoiceChange;
import org.kontor.spi.store.PortalChange;
import org.kontor.spi.store.ProviderLink;
import org.kontor.spi.store.ProviderLinkChange;
import org.kontor.spi.store.RecordChange;
import org.kontor.spi.store.SessionChange;
import org.kontor.spi.store.SignUpPageChange;
import org.kontor.spi.store.SupportVisit;
import org.kontor.spi.store.SupportVisitChange;
import org.kontor.spi.store.TokenChange;
import org.kontor.spi.store.VisitChange;

/** Writes the audit entry and the feed entry of every change. Collects them and writes them in sets; not thread-safe. */
final class JournalWriter {
    private static final String CONTENT = "content";
    private static final String GROUP = "group";
    private static final String PERSON = "person";
    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String EMAIL_DOMAIN = "email_domain";
    private static final String PORTAL_VISIT = "portal_visit";
    private static final String MSP_LINK = "msp_link";
    private static final String INVITE_PERMISSION = "invite_permission";
    private static final String SUPPORT_SESSION = "support_session";

    /** Record types of entries that only members of the account see. */
    static final List<String> OF_MEMBERS = List.of(CONTENT, GROUP, PERSON, TOKEN, SESSION, EMAIL_DOMAIN, PORTAL_VISIT);

    /** Record types of entries that tell who else is let into the account: nothing for those who came so themselves. */
    static final List<String> OF_HOSTS = List.of(MSP_LINK, INVITE_PERMISSION, SUPPORT_SESSION);

    private final EntityManager em;
    private final CallContext context;
    private final Batch entries = new Batch(
            "INSERT INTO audit_entry (id, account_id, at, actor_id, actor, on_behalf_of, source, action,"
                    + " record_type, record_id, record_version, correlation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private final Batch values = new Batch("INSERT INTO audit_value (entry_id, changes) VALUES (?, ?)");
    private final Batch feed = new Batch(
            "INSERT INTO change_feed (id, account_id, record_type, record_id, record_version, action, at, source)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

    /** Entries that another account sees, too, which does not stand above. */
    private final Batch others = new Batch(
            "INSERT INTO audit_listing (account_id, id) SELECT CAST(? AS UUID), CAST(? AS"
                    + " UUID) WHERE NOT EXISTS (SELECT 1 FROM account_above a WHERE a.account_id = ? AND a.above_id = ?)");

    /** Those of accounts below the operator. */
    private final List<UUID> below = new ArrayList<>();

    JournalWriter(EntityManager em, CallContext context) {
        this.em = em;
        this.context = context;
    }

    /** Writes what was recorded; the records themselves are written by then. */
    void flush() {
        entries.run(em);
        for (List<UUID> chunk : Sets.chunks(below)) {
            new Sql(
                            "INSERT INTO audit_listing (account_id, id) SELECT a.above_id, t.id FROM audit_entry t"
                                    + " JOIN account_above a ON a.account_id = t.account_id WHERE a.above_id <> ? AND ",
                            Account.OPERATOR)
                    .in("t.id", chunk)
                    .run(em);
        }
        below.clear();
        others.run(em);
        values.run(em);
        feed.run(em);
    }

    void record(RecordChange change) {
        BusinessRecord after = change.after();
        record(change.action(), after, after.version(), after.header().changed().at(), changes(change.before(), after));
    }

    /** A deletion: every field is gone. */
    void recordDeletion(BusinessRecord record) {
        record(AuditAction.DELETE, record, record.version() + 1, Ids.now(), changes(record, null));
    }

    private void record(
            AuditAction action, BusinessRecord record, long version, Instant at, List<FieldChange> changes) {
        UUID account = record.header().managingAccount();
        String type = record.type().key();
        UUID entry = write(at, account, action, type, record.id(), version, changes);
        feed.add(
                entry,
                account,
                type,
                record.id(),
                version,
                action.name(),
                at.atOffset(ZoneOffset.UTC),
                context.source().toString());
    }

    /** @param version the one that the person has now */
    void record(PersonChange change, long version) {
        write(
                Ids.now(),
                change.account(),
                change.action(),
                PERSON,
                change.after().id(),
                version,
                change.shown());
    }

    void record(GroupChange change) {
        Group group = change.group();
        write(
                Ids.now(),
                group.account(),
                change.action(),
                GROUP,
                group.id(),
                change.after() == null ? group.version() + 1 : group.version(),
                change.shown());
    }

    void record(GroupMemberChange change) {
        String name = change.group().name();
        FieldChange shown = change.into() ? new FieldChange(GROUP, null, name) : new FieldChange(GROUP, name, null);
        writeOfPerson(
                change.group().account(), change.person().id(), change.person().version(), shown);
    }

    /** @param version the one that the person has */
    void recordLabs(UUID account, UUID person, long version) {
        writeOfPerson(account, person, version, new FieldChange("labs", "false", "true"));
    }

    private void writeOfPerson(UUID account, UUID person, long version, FieldChange shown) {
        write(Ids.now(), account, AuditAction.UPDATE, PERSON, person, version, List.of(shown));
    }

    void record(PlanChoiceChange change) {
        write(
                Ids.now(),
                change.account(),
                change.version() == 1 ? AuditAction.CREATE : AuditAction.UPDATE,
                "plan_choice",
                change.account(),
                change.version(),
                change.shown());
    }

    /** A token is made and, at most once, revoked. */
    void record(TokenChange change) {
        write(
                Ids.now(),
                change.after().owner().account(),
                change.action(),
                TOKEN,
                change.after().token().id(),
                change.action() == AuditAction.CREATE ? 1 : 2,
                change.shown());
    }

    /** A session begins and, at most once, ends. */
    void record(SessionChange change) {
        write(
                Ids.now(),
                change.session().owner().account(),
                change.action(),
                SESSION,
                change.session().id(),
                change.action() == AuditAction.CREATE ? 1 : 2,
                change.shown());
    }

    /** Without versions: a domain is added, proven, perhaps lost, and removed. */
    void record(EmailDomainChange change) {
        write(
                Ids.now(),
                change.domain().account(),
                change.action(),
                EMAIL_DOMAIN,
                change.domain().id(),
                change.before() == null ? 1 : 2,
                change.shown());
    }

    void record(PortalChange change) {
        long version = change.entry().portal().version();
        write(
                Ids.now(),
                change.entry().portal().account(),
                change.action(),
                "portal",
                change.entry().portal().account(),
                change.after() == null ? version + 1 : version,
                change.shown());
    }

    /** A visit begins and, at most once, is redeemed. */
    void record(VisitChange change) {
        write(
                Ids.now(),
                change.visit().account(),
                change.action(),
                PORTAL_VISIT,
                change.visit().id(),
                change.action() == AuditAction.CREATE ? 1 : 2,
                change.shown());
    }

    void record(ContentChange change) {
        write(Ids.now(), change.account(), change.action(), CONTENT, change.id(), change.version(), change.shown());
    }

    void record(CustomFieldChange change) {
        Declaration declaration = change.declaration();
        write(
                Ids.now(),
                declaration.account(),
                change.action(),
                "custom_field",
                declaration.id(),
                change.after() == null ? declaration.version() + 1 : declaration.version(),
                change.shown());
    }

    void record(CreationProfileChange change) {
        CreationProfile profile = change.profile();
        write(
                Ids.now(),
                profile.account(),
                change.action(),
                "creation_profile",
                profile.id(),
                change.after() == null ? profile.version() + 1 : profile.version(),
                change.shown());
    }

    /** The provider reads it, too. */
    void record(ProviderLinkChange change) {
        ProviderLink link = change.after();
        UUID entry = write(
                Ids.now(),
                link.account(),
                change.before() == null ? AuditAction.CREATE : AuditAction.UPDATE,
                MSP_LINK,
                link.id(),
                link.version(),
                change.shown());
        others.add(link.provider(), entry, link.account(), link.provider());
    }

    /** Given and, at most once, taken back. The inviter reads it, too. */
    void record(InviteRightChange change) {
        InviteRight right = change.right();
        UUID entry = write(
                Ids.now(),
                right.partner(),
                change.given() ? AuditAction.CREATE : AuditAction.DELETE,
                INVITE_PERMISSION,
                right.id(),
                change.given() ? 1 : 2,
                change.shown());
        others.add(right.inviter(), entry, right.partner(), right.inviter());
    }

    void record(SupportVisitChange change) {
        SupportVisit visit = change.after();
        write(
                Ids.now(),
                visit.account(),
                change.before() == null ? AuditAction.CREATE : AuditAction.UPDATE,
                SUPPORT_SESSION,
                visit.id(),
                visit.version(),
                change.shown());
    }

    void record(BrandChange change) {
        AccountBrand brand = change.brand();
        write(
                Ids.now(),
                brand.account(),
                change.action(),
                "brand",
                brand.account(),
                change.after() == null ? brand.version() + 1 : brand.version(),
                change.shown());
    }

    void record(SignUpPageChange change) {
        SignUpPage page = change.page();
        write(
                Ids.now(),
                page.account(),
                change.action(),
                "sign_up_page",
                page.account(),
                change.after() == null ? page.version() + 1 : page.version(),
                change.shown());
    }

    private UUID write(
            Instant at,
            UUID account,
            AuditAction action,
            String recordType,
            UUID recordId,
            long version,
            List<FieldChange> changes) {
        UUID entry = Ids.next();
        entries.add(
                entry,
                account,
                at.atOffset(ZoneOffset.UTC),
                context.actor().id(),
                context.actor().name(),
                context.onBehalfOf() == null ? null : context.onBehalfOf().name(),
                context.source().toString(),
                action.name(),
                recordType,
                recordId,
                version,
                context.correlation());
        values.add(entry, Json.write(changes));
        if (!account.equals(Account.OPERATOR)) {
            below.add(entry);
        }
        return entry;
    }

    private static List<FieldChange> changes(BusinessRecord before, BusinessRecord after) {
        return FieldChanges.between(before, after, Json::write);
    }
}
