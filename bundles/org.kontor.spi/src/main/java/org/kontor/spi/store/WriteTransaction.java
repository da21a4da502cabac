/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/**
 * What may be written. Business records, people, tokens and content items are changed through {@code save} alone, which writes the change, its
 * audit entry and its feed entry together: there is no way to write one without the others (U1). The bookkeeping of
 * synchronisation is no business record and has no audit.
 */
public interface WriteTransaction extends ReadTransaction {
    /**
     * Writes records of one type with audit and feed. A parent that is new in the same list stands before its children.
     *
     * @throws org.kontor.api.error.KontorException {@code stale_version} when a record's stored version is not the one of
     *     {@link RecordChange#before()}
     */
    void save(RecordType type, List<RecordChange> changes);

    /**
     * Deletes a record with audit and feed; it was locked, and nothing refers to it.
     *
     * @throws org.kontor.api.error.KontorException {@code stale_version}
     */
    void delete(BusinessRecord record);

    /** Writes a person, or a membership of one, with audit. */
    void save(PersonChange change);

    /**
     * Writes a group with audit; its account was locked.
     *
     * @throws org.kontor.api.error.KontorException {@code stale_version}
     */
    void save(GroupChange change);

    /** Writes who is in a group, with audit of the person. */
    void save(GroupMemberChange change);

    /**
     * Lets all members of a partner reach its labs, with audit of each.
     *
     * @return how many did not before
     */
    int openLabs(UUID account);

    /** Writes a plan choice with audit. */
    void save(PlanChoiceChange change);

    /** Writes a token with audit. */
    void save(TokenChange change);

    /** Begins or ends a session with audit; nothing when it has ended meanwhile. */
    void save(SessionChange change);

    /** Writes or removes an e-mail domain with audit; those of its name were locked, or its account when it is new. */
    void save(EmailDomainChange change);

    /** Writes or removes a portal with audit; its account was locked. */
    void save(PortalChange change);

    /** Writes a visit to a portal with audit; it is new or was locked. */
    void save(VisitChange change);

    /**
     * Writes or deletes a content item with audit. Bytes to which nothing refers any longer go away with it.
     *
     * @throws org.kontor.api.error.KontorException {@code stale_version}
     */
    void save(ContentChange change);

    /**
     * Writes a declaration of a custom field with audit; the operator's account was locked.
     *
     * @throws org.kontor.api.error.KontorException {@code stale_version}
     */
    void save(CustomFieldChange change);

    /** Writes a creation profile with audit; its account was locked. */
    void save(CreationProfileChange change);

    /** Writes a link to a provider with audit; its account, or the link itself, was locked. */
    void save(ProviderLinkChange change);

    /** Writes or deletes a permission to invite with audit; its partner's account was locked. */
    void save(InviteRightChange change);

    /** Writes a support session with audit; its account, or the session itself, was locked. */
    void save(SupportVisitChange change);

    /** Writes a brand with audit; its account was locked. */
    void save(BrandChange change);

    /** Writes a sign-up page with audit; its account was locked. */
    void save(SignUpPageChange change);

    /**
     * Locks records until the end of the transaction, so that checks that span several records hold. Lock before reading
     * what is checked.
     */
    void lock(RecordType type, Collection<UUID> ids);

    /**
     * The tree of accounts, and what is declared in it, changes one change at a time. Lock it before anything else. Others may
     * write records meanwhile.
     */
    void lockTree();

    /**
     * Holds records as they are until the end of the transaction; others may hold them, too, and refer to them. Hold before reading
     * what is checked.
     */
    void hold(RecordType type, Collection<UUID> ids);

    /**
     * Keeps records from being deleted until the end of the transaction, because others that are written now will refer to
     * them. Costs nothing where the database's own foreign keys see to it.
     */
    void keep(RecordType type, Collection<UUID> ids);

    /** Numbers for made codes: each is given once, also under concurrency; gaps are normal. */
    List<Long> nextNumbers(RecordType type, int count);

    /** Requests that are done once. */
    Answers answers();

    /** Runs that nobody needs any longer. */
    OldRuns oldRuns();

    /** What dry runs remember while they are under way. */
    RehearsedKeys rehearsed();

    @Override
    TokenWriter tokens();

    @Override
    SessionWriter sessions();

    @Override
    EmailDomainWriter emailDomains();

    @Override
    PortalWriter portals();

    @Override
    ContentWriter content();

    @Override
    PersonWriter people();

    @Override
    MemberWriter members();

    @Override
    WrongPasswordWriter wrongPasswords();

    @Override
    SyncWriter sync();

    @Override
    ConflictWriter conflicts();

    @Override
    QuarantineWriter quarantine();

    @Override
    PendingWriter pending();

    @Override
    DeletionWriter deletions();

    @Override
    UnsentWriter unsent();

    @Override
    DriftWriter drift();

    @Override
    BrakeStore brakes();

    @Override
    ImportMappingWriter importMappings();

    @Override
    DeskWriter desk();

    @Override
    AlertWriter alerts();

    @Override
    FeedPositionWriter feedPositions();

    @Override
    MailWriter mails();

    @Override
    LinkWriter links();

    @Override
    ProviderLinkWriter providerLinks();

    @Override
    InviteRightWriter inviteRights();

    @Override
    SupportVisitWriter supportVisits();

    @Override
    SignUpWriter signUps();
}
