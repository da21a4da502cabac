/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

/** The stores inside one transaction; not thread-safe, not valid after it. */
public interface ReadTransaction {
    RecordReader records();

    CustomFieldReader customFields();

    CreationProfileReader creationProfiles();

    BrandReader brands();

    SignUpReader signUps();

    AuditReader audit();

    PersonReader people();

    MemberReader members();

    GroupReader groups();

    PlanChoiceReader planChoices();

    TokenReader tokens();

    SessionReader sessions();

    EmailDomainReader emailDomains();

    PortalReader portals();

    ContentReader content();

    WrongPasswordReader wrongPasswords();

    SyncReader sync();

    ConflictReader conflicts();

    QuarantineReader quarantine();

    PendingReader pending();

    Deletions deletions();

    UnsentReader unsent();

    BrakeReader brakes();

    DriftReader drift();

    ImportMappingReader importMappings();

    DeskReader desk();

    AlertReader alerts();

    FeedPositions feedPositions();

    MailReader mails();

    LinkReader links();

    ProviderLinkReader providerLinks();

    InviteRightReader inviteRights();

    SupportVisitReader supportVisits();
}
