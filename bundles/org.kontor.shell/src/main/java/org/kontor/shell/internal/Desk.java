/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import org.kontor.api.account.Accounts;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.Openings;
import org.kontor.api.account.PlanChoices;
import org.kontor.api.alert.Alerts;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.brand.Brands;
import org.kontor.api.call.CallContext;
import org.kontor.api.content.Contents;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.customer.Customers;
import org.kontor.api.domain.EmailDomains;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileImports;
import org.kontor.api.location.Locations;
import org.kontor.api.people.Groups;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.LabAccess;
import org.kontor.api.people.People;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.Sessions;
import org.kontor.api.people.Tokens;
import org.kontor.api.portal.PortalVisits;
import org.kontor.api.portal.Portals;
import org.kontor.api.profile.CreationProfiles;
import org.kontor.api.provider.InvitePermissions;
import org.kontor.api.provider.MspLinks;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordService;
import org.kontor.api.record.RecordType;
import org.kontor.api.signup.SignUpPages;
import org.kontor.api.support.SupportSessions;
import org.kontor.api.sync.Brakes;
import org.kontor.api.sync.Conflicts;
import org.kontor.api.sync.ConnectionDesk;
import org.kontor.api.sync.Connections;
import org.kontor.api.sync.DryRuns;
import org.kontor.api.sync.Explanations;
import org.kontor.api.sync.Mappings;
import org.kontor.api.sync.Quarantine;
import org.kontor.api.sync.Reconciliations;
import org.kontor.api.sync.Runs;
import org.kontor.api.sync.Unsent;

/** All that the commands work with, in one place: commands appear when it is there and go with it. Thread-safe. */
@Component(service = Desk.class)
public final class Desk {
    private final Uninterrupted calls = new Uninterrupted();
    private final Who who;
    private final Customers customers;
    private final Locations locations;
    private final Accounts accounts;
    private final PlanChoices planChoices;
    private final MspLinks mspLinks;
    private final InvitePermissions invitePermissions;
    private final SupportSessions supportSessions;
    private final Openings openings;
    private final Conversions conversions;
    private final CustomFields customFields;
    private final CreationProfiles creationProfiles;
    private final Brands brands;
    private final SignUpPages signUpPages;
    private final AuditTrail audit;
    private final People people;
    private final Tokens tokens;
    private final Sessions sessions;
    private final PeopleDesk peopleDesk;
    private final Invitations invitations;
    private final Groups groups;
    private final LabAccess labAccess;
    private final EmailDomains emailDomains;
    private final Portals portals;
    private final PortalVisits portalVisits;
    private final Runs runs;
    private final Contents contents;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Connections connections;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Conflicts conflicts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Quarantine quarantine;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Unsent unsent;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Brakes brakes;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Alerts alerts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile ConnectionDesk connectionDesk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Explanations explanations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Reconciliations reconciliations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile DryRuns dryRuns;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile FileImports imports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Mappings mappings;

    @Activate
    public Desk(
            @Reference Who who,
            @Reference Customers customers,
            @Reference Locations locations,
            @Reference Accounts accounts,
            @Reference PlanChoices planChoices,
            @Reference MspLinks mspLinks,
            @Reference InvitePermissions invitePermissions,
            @Reference SupportSessions supportSessions,
            @Reference Openings openings,
            @Reference Conversions conversions,
            @Reference CustomFields customFields,
            @Reference CreationProfiles creationProfiles,
            @Reference Brands brands,
            @Reference SignUpPages signUpPages,
            @Reference AuditTrail audit,
            @Reference People people,
            @Reference Tokens tokens,
            @Reference Sessions sessions,
            @Reference PeopleDesk peopleDesk,
            @Reference Invitations invitations,
            @Reference Groups groups,
            @Reference LabAccess labAccess,
            @Reference EmailDomains emailDomains,
            @Reference Portals portals,
            @Reference PortalVisits portalVisits,
            @Reference Runs runs,
            @Reference Contents contents) {
        this.who = who;
        this.customers = calls.of(Customers.class, customers);
        this.locations = calls.of(Locations.class, locations);
        this.accounts = calls.of(Accounts.class, accounts);
        this.planChoices = calls.of(PlanChoices.class, planChoices);
        this.mspLinks = calls.of(MspLinks.class, mspLinks);
        this.invitePermissions = calls.of(InvitePermissions.class, invitePermissions);
        this.supportSessions = calls.of(SupportSessions.class, supportSessions);
        this.openings = calls.of(Openings.class, openings);
        this.conversions = calls.of(Conversions.class, conversions);
        this.customFields = calls.of(CustomFields.class, customFields);
        this.creationProfiles = calls.of(CreationProfiles.class, creationProfiles);
        this.brands = calls.of(Brands.class, brands);
        this.signUpPages = calls.of(SignUpPages.class, signUpPages);
        this.audit = calls.of(AuditTrail.class, audit);
        this.people = calls.of(People.class, people);
        this.tokens = calls.of(Tokens.class, tokens);
        this.sessions = calls.of(Sessions.class, sessions);
        this.peopleDesk = calls.of(PeopleDesk.class, peopleDesk);
        this.invitations = calls.of(Invitations.class, invitations);
        this.groups = calls.of(Groups.class, groups);
        this.labAccess = calls.of(LabAccess.class, labAccess);
        this.emailDomains = calls.of(EmailDomains.class, emailDomains);
        this.portals = calls.of(Portals.class, portals);
        this.portalVisits = calls.of(PortalVisits.class, portalVisits);
        this.runs = calls.of(Runs.class, runs);
        this.contents = calls.of(Contents.class, contents);
    }

    @Deactivate
    public void close() {
        calls.close();
    }

    public CallContext call() {
        return who.call();
    }

    public RecordService<? extends BusinessRecord> records(RecordType type) {
        return switch (type) {
            case CUSTOMER -> customers;
            case LOCATION -> locations;
            case ACCOUNT -> accounts;
        };
    }

    public PlanChoices planChoices() {
        return planChoices;
    }

    public MspLinks mspLinks() {
        return mspLinks;
    }

    public InvitePermissions invitePermissions() {
        return invitePermissions;
    }

    public SupportSessions supportSessions() {
        return supportSessions;
    }

    public Openings openings() {
        return openings;
    }

    public Conversions conversions() {
        return conversions;
    }

    public Accounts accounts() {
        return accounts;
    }

    public CustomFields customFields() {
        return customFields;
    }

    public CreationProfiles creationProfiles() {
        return creationProfiles;
    }

    public Brands brands() {
        return brands;
    }

    public SignUpPages signUpPages() {
        return signUpPages;
    }

    public AuditTrail audit() {
        return audit;
    }

    public People people() {
        return people;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Sessions sessions() {
        return sessions;
    }

    public PeopleDesk peopleDesk() {
        return peopleDesk;
    }

    public Invitations invitations() {
        return invitations;
    }

    public Groups groups() {
        return groups;
    }

    public LabAccess labAccess() {
        return labAccess;
    }

    public EmailDomains emailDomains() {
        return emailDomains;
    }

    public Portals portals() {
        return portals;
    }

    public PortalVisits portalVisits() {
        return portalVisits;
    }

    public Runs runs() {
        return runs;
    }

    public Contents contents() {
        return contents;
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Connections connections() {
        return Optional.ofNullable(connections).orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Conflicts conflicts() {
        return Optional.ofNullable(conflicts)
                .map(present -> calls.of(Conflicts.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Quarantine quarantine() {
        return Optional.ofNullable(quarantine)
                .map(present -> calls.of(Quarantine.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Unsent unsent() {
        return Optional.ofNullable(unsent)
                .map(present -> calls.of(Unsent.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Brakes brakes() {
        return Optional.ofNullable(brakes)
                .map(present -> calls.of(Brakes.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    /**
     * Called in the command's own thread: Ctrl-C is to reach it, and no database is touched there.
     *
     * @throws KontorException {@code unavailable} when synchronisation is not installed
     */
    public ConnectionDesk connectionDesk() {
        return Optional.ofNullable(connectionDesk).orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Explanations explanations() {
        return Optional.ofNullable(explanations)
                .map(present -> calls.of(Explanations.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public DryRuns dryRuns() {
        return Optional.ofNullable(dryRuns)
                .map(present -> calls.of(DryRuns.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Reconciliations reconciliations() {
        return Optional.ofNullable(reconciliations)
                .map(present -> calls.of(Reconciliations.class, present))
                .orElseThrow(Desk::noSynchronisation);
    }

    public boolean synchronises() {
        return conflicts != null && quarantine != null && unsent != null;
    }

    private static KontorException noSynchronisation() {
        return new KontorException(
                ErrorCode.UNAVAILABLE, "Synchronisation is not installed. Install it: feature:install kontor-sync");
    }

    /** @throws KontorException {@code unavailable} when synchronisation is not installed */
    public Mappings mappings() {
        return Optional.ofNullable(mappings).orElseThrow(Desk::noSynchronisation);
    }

    /** @throws KontorException {@code unavailable} when alerts are not installed */
    public Alerts alerts() {
        return Optional.ofNullable(alerts)
                .map(present -> calls.of(Alerts.class, present))
                .orElseThrow(() -> new KontorException(
                        ErrorCode.UNAVAILABLE,
                        "Alerts are not installed. Install them: feature:install kontor-alerts"));
    }

    /** @throws KontorException {@code unavailable} when imports are not installed */
    public FileImports imports() {
        return Optional.ofNullable(imports)
                .map(present -> calls.of(FileImports.class, present))
                .orElseThrow(() -> new KontorException(
                        ErrorCode.UNAVAILABLE,
                        "Imports are not installed. Install them: feature:install kontor-imports"));
    }
}
