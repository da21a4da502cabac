/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.List;

import org.apache.cxf.Bus;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.account.Accounts;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.Openings;
import org.kontor.api.account.PlanChoices;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.brand.Brands;
import org.kontor.api.bulk.Bulk;
import org.kontor.api.content.Contents;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.customer.Customers;
import org.kontor.api.domain.EmailDomains;
import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.hook.Hooks;
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
import org.kontor.api.signup.SignUpPages;
import org.kontor.api.signup.SignUps;
import org.kontor.api.support.SupportSessions;
import org.kontor.api.sync.Brakes;
import org.kontor.api.sync.Conflicts;
import org.kontor.api.sync.ConnectionDesk;
import org.kontor.api.sync.Connections;
import org.kontor.api.sync.DryRuns;
import org.kontor.api.sync.Explanations;
import org.kontor.api.sync.Quarantine;
import org.kontor.api.sync.Reconciliations;
import org.kontor.api.sync.Runs;
import org.kontor.api.sync.Unsent;
import org.kontor.http.Door;
import org.kontor.http.SessionCookie;
import org.kontor.rest.internal.bulk.BulkCalls;
import org.kontor.rest.internal.json.Json;
import org.kontor.rest.internal.problem.ProblemMapper;

/** Publishes the resources at /kontor/api/v1. */
@Component(service = RestServer.class, immediate = true)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kontor",
                        version = "1",
                        description = "Customers and locations. Errors are problem documents (RFC 9457) with a stable"
                                + " code. Lists are read page by page: give next as cursor.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        tags = {
            @Tag(name = "customers", description = "Who buys."),
            @Tag(name = "locations", description = "Sites of customers."),
            @Tag(name = "accounts", description = "The tree of tenants."),
            @Tag(name = "providers", description = "Partners who look after customers of other partners."),
            @Tag(name = "support", description = "Support sessions: access for some time, with a reason."),
            @Tag(name = "content", description = "What members keep in an account."),
            @Tag(name = "custom fields", description = "Fields that accounts declare for their records."),
            @Tag(name = "creation profiles", description = "What accounts ask of new records."),
            @Tag(name = "sign-up", description = "Accounts that people open themselves."),
            @Tag(name = "changes", description = "What changed, for programs (the feed) and for people (the audit)."),
            @Tag(
                    name = "synchronisation",
                    description = "Connections to external systems, what they carried, and hooks."),
            @Tag(name = "imports", description = "CSV and XLSX files, and what their columns mean."),
            @Tag(name = "people", description = "Who may sign in."),
            @Tag(name = "me", description = "The caller.")
        },
        servers = @Server(url = "/kontor/api/v1"),
        security = {
            @SecurityRequirement(name = "basic"),
            @SecurityRequirement(name = "bearer"),
            @SecurityRequirement(name = "session")
        })
@SecurityScheme(
        name = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "Name and password of a person, with every request; over loopback or TLS.")
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "kontor_…",
        description = "A token of a program, made by POST /me/tokens.")
@SecurityScheme(
        name = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = SessionCookie.NAME,
        description = "A session of a page, begun by POST /session; changes also need the header X-CSRF-Token.")
public final class RestServer {
    private final org.apache.cxf.endpoint.Server server;
    private final BulkCalls bulks;

    /** They come and go with the synchronisation feature. */
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
    private volatile ConnectionDesk connectionDesk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Explanations explanations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Reconciliations reconciliations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile DryRuns dryRuns;

    /** Comes and goes with the imports feature. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile FileImports imports;

    /** Comes and goes with the synchronisation feature. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Hooks hooks;

    private final ImportJobs jobs = new ImportJobs();

    @Activate
    public RestServer(
            @Reference(target = Door.BUS) Bus bus,
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
            @Reference SignUps signUps,
            @Reference Bulk bulk,
            @Reference AuditTrail audit,
            @Reference ChangeFeed changes,
            @Reference Runs runs,
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
            @Reference Contents contents) {
        bulks = new BulkCalls(bulk);
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/api/v1");
        factory.setServiceBeanObjects(
                new CustomersResource(customers, locations, customFields, audit, () -> explanations),
                new LocationsResource(customers, locations, customFields, audit, () -> explanations),
                new AccountsResource(customers, accounts, customFields, audit),
                new PlanChoiceResource(planChoices),
                new PortalResource(portals),
                new PortalVisitsResource(portalVisits),
                new VisitRedemptionResource(portalVisits),
                new OpeningsResource(openings),
                new MspLinksResource(mspLinks),
                new InvitePermissionsResource(invitePermissions),
                new SupportSessionsResource(supportSessions),
                new ConversionResource(conversions),
                new CustomFieldsResource(customFields),
                new CreationProfilesResource(creationProfiles),
                new BrandResource(brands),
                new SignUpPageResource(signUpPages),
                new SignUpsResource(signUps),
                new CustomersBulkResource(bulks),
                new LocationsBulkResource(bulks),
                new ChangesResource(changes),
                new AuditResource(audit),
                new RunsResource(runs),
                new ConnectionsResource(() -> connections),
                new ConnectionCheckResource(() -> connectionDesk),
                new ConflictsResource(() -> conflicts),
                new QuarantineResource(() -> quarantine),
                new UnsentResource(() -> unsent),
                new BrakesResource(() -> brakes),
                new ReconciliationsResource(() -> reconciliations),
                new ConnectionReconciliationsResource(() -> reconciliations),
                new ConnectionDryRunsResource(() -> dryRuns, runs),
                new HooksResource(() -> hooks),
                new ImportsResource(() -> imports, runs, jobs),
                new ImportMappingsResource(() -> imports),
                new PeopleResource(peopleDesk, invitations),
                new InvitationsResource(invitations),
                new GroupsResource(groups),
                new LabAccessResource(labAccess),
                new EmailDomainsResource(emailDomains),
                new ContentResource(contents),
                new ContentFileResource(contents),
                new MeResource(people),
                new TokensResource(tokens),
                new SessionResource(sessions),
                new SessionsResource(sessions),
                new OpenApiResource(),
                new DocsResource());
        factory.setProviders(List.of(
                new JacksonJsonProvider(Json.mapper()),
                new ProblemMapper(),
                new NotesOperation(),
                new RequestCheck(),
                new NextLink()));
        server = factory.create();
    }

    @Deactivate
    public void close() {
        jobs.close();
        server.destroy();
        bulks.close();
    }
}
