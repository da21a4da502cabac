/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;
import java.util.UUID;

import javax.xml.bind.JAXBElement;

import org.kontor.api.bulk.Bulk;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerWithLocations;
import org.kontor.api.customer.Customers;
import org.kontor.api.location.Location;
import org.kontor.api.location.Locations;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Runs;
import org.kontor.soap.records.v1.AccessDeniedFault;
import org.kontor.soap.records.v1.ArchiveAccount;
import org.kontor.soap.records.v1.ArchiveAccountResponse;
import org.kontor.soap.records.v1.ArchiveCustomer;
import org.kontor.soap.records.v1.ArchiveCustomerResponse;
import org.kontor.soap.records.v1.ArchiveLocation;
import org.kontor.soap.records.v1.ArchiveLocationResponse;
import org.kontor.soap.records.v1.BulkUpsert;
import org.kontor.soap.records.v1.BulkUpsertResponse;
import org.kontor.soap.records.v1.ConflictFault;
import org.kontor.soap.records.v1.ConvertLead;
import org.kontor.soap.records.v1.ConvertLeadResponse;
import org.kontor.soap.records.v1.CreateAccount;
import org.kontor.soap.records.v1.CreateAccountResponse;
import org.kontor.soap.records.v1.CreateCustomer;
import org.kontor.soap.records.v1.CreateCustomerResponse;
import org.kontor.soap.records.v1.CreateLocation;
import org.kontor.soap.records.v1.CreateLocationResponse;
import org.kontor.soap.records.v1.CustomerPage;
import org.kontor.soap.records.v1.DeleteAccount;
import org.kontor.soap.records.v1.DeleteAccountResponse;
import org.kontor.soap.records.v1.DeleteCustomer;
import org.kontor.soap.records.v1.DeleteCustomerResponse;
import org.kontor.soap.records.v1.DeleteLocation;
import org.kontor.soap.records.v1.DeleteLocationResponse;
import org.kontor.soap.records.v1.DisableMember;
import org.kontor.soap.records.v1.DisableMemberResponse;
import org.kontor.soap.records.v1.EnableMember;
import org.kontor.soap.records.v1.EnableMemberResponse;
import org.kontor.soap.records.v1.FindAccounts;
import org.kontor.soap.records.v1.FindAccountsResponse;
import org.kontor.soap.records.v1.FindCustomers;
import org.kontor.soap.records.v1.FindCustomersResponse;
import org.kontor.soap.records.v1.FindLocations;
import org.kontor.soap.records.v1.FindLocationsResponse;
import org.kontor.soap.records.v1.FindMembers;
import org.kontor.soap.records.v1.FindMembersResponse;
import org.kontor.soap.records.v1.FindRunItems;
import org.kontor.soap.records.v1.FindRunItemsResponse;
import org.kontor.soap.records.v1.FindRuns;
import org.kontor.soap.records.v1.FindRunsResponse;
import org.kontor.soap.records.v1.GetAccount;
import org.kontor.soap.records.v1.GetAccountResponse;
import org.kontor.soap.records.v1.GetCustomer;
import org.kontor.soap.records.v1.GetCustomerResponse;
import org.kontor.soap.records.v1.GetLocation;
import org.kontor.soap.records.v1.GetLocationResponse;
import org.kontor.soap.records.v1.GetRun;
import org.kontor.soap.records.v1.GetRunResponse;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.InviteMember;
import org.kontor.soap.records.v1.InviteMemberResponse;
import org.kontor.soap.records.v1.LocationInputs;
import org.kontor.soap.records.v1.LocationPage;
import org.kontor.soap.records.v1.MoveAccount;
import org.kontor.soap.records.v1.MoveAccountResponse;
import org.kontor.soap.records.v1.NotFoundFault;
import org.kontor.soap.records.v1.OpenAccount;
import org.kontor.soap.records.v1.OpenAccountResponse;
import org.kontor.soap.records.v1.RecordsPortType;
import org.kontor.soap.records.v1.RemoveMember;
import org.kontor.soap.records.v1.RemoveMemberResponse;
import org.kontor.soap.records.v1.RunItemQuery;
import org.kontor.soap.records.v1.RunQuery;
import org.kontor.soap.records.v1.UnarchiveAccount;
import org.kontor.soap.records.v1.UnarchiveAccountResponse;
import org.kontor.soap.records.v1.UnarchiveCustomer;
import org.kontor.soap.records.v1.UnarchiveCustomerResponse;
import org.kontor.soap.records.v1.UnarchiveLocation;
import org.kontor.soap.records.v1.UnarchiveLocationResponse;
import org.kontor.soap.records.v1.UpdateAccount;
import org.kontor.soap.records.v1.UpdateAccountResponse;
import org.kontor.soap.records.v1.UpdateCustomer;
import org.kontor.soap.records.v1.UpdateCustomerResponse;
import org.kontor.soap.records.v1.UpdateLocation;
import org.kontor.soap.records.v1.UpdateLocationResponse;
import org.kontor.soap.records.v1.UpdateMember;
import org.kontor.soap.records.v1.UpdateMemberResponse;

import static org.kontor.soap.internal.Nillable.given;

/** The operations of records v1. Thread-safe. */
final class RecordsPort implements RecordsPortType {
    private final Customers customers;
    private final Locations locations;
    private final LocationsOfCustomer shown;
    private final Bulk bulk;
    private final Runs runs;
    private final AccountCalls accounts;
    private final OpeningCalls openings;
    private final MemberCalls members;

    RecordsPort(
            Customers customers,
            Locations locations,
            Bulk bulk,
            Runs runs,
            AccountCalls accounts,
            OpeningCalls openings,
            MemberCalls members) {
        this.members = members;
        this.openings = openings;
        this.accounts = accounts;
        this.runs = runs;
        this.customers = customers;
        this.locations = locations;
        this.shown = new LocationsOfCustomer(locations);
        this.bulk = bulk;
    }

    @Override
    public GetCustomerResponse getCustomer(GetCustomer request)
            throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return RecordsCalls.read(caller -> {
            Customer found = OneRecord.of(customers, caller, request.getId(), request.getCode());
            GetCustomerResponse response = new GetCustomerResponse();
            response.setGetCustomerResult(StoredRecords.toSoap(found, shown.first(caller, found.id())));
            return response;
        });
    }

    @Override
    public FindCustomersResponse findCustomers(FindCustomers request) throws InvalidInputFault, AccessDeniedFault {
        return RecordsCalls.list(caller -> {
            Page<Customer> found = customers.find(caller, Queries.toQuery(request.getQuery()));
            CustomerPage page = new CustomerPage();
            page.setCustomers(new org.kontor.soap.records.v1.Customers());
            found.items().forEach(customer -> page.getCustomers().getCustomer().add(StoredRecords.toSoap(customer)));
            page.setNext(found.next());
            FindCustomersResponse response = new FindCustomersResponse();
            response.setFindCustomersResult(page);
            return response;
        });
    }

    @Override
    public CreateCustomerResponse createCustomer(CreateCustomer request)
            throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.create(caller -> {
            FieldValues customer = NewRecords.of(request.getCustomer());
            LocationInputs inputs = given(request.getLocations());
            List<FieldValues> places = inputs == null
                    ? List.of()
                    : inputs.getLocation().stream().map(NewRecords::of).toList();
            CallContext named = RequestDigest.of("createCustomer")
                    .add(customer)
                    .add(places)
                    .named(caller, given(request.getRequestId()));
            CustomerWithLocations created = customers.createWithLocations(named, customer, places);
            CreateCustomerResponse response = new CreateCustomerResponse();
            response.setCreateCustomerResult(
                    StoredRecords.toSoap(created.customer(), new Page<>(created.locations(), null)));
            return response;
        });
    }

    @Override
    public UpdateCustomerResponse updateCustomer(UpdateCustomer request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            FieldValues changes =
                    Changes.only(RecordType.CUSTOMER, given(request.getOnly()), Changes.of(request.getChanges()));
            UpdateCustomerResponse response = new UpdateCustomerResponse();
            response.setUpdateCustomerResult(
                    StoredRecords.toSoap(customers.update(caller, id(request.getId()), request.getVersion(), changes)));
            return response;
        });
    }

    @Override
    public ArchiveCustomerResponse archiveCustomer(ArchiveCustomer request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            ArchiveCustomerResponse response = new ArchiveCustomerResponse();
            response.setArchiveCustomerResult(StoredRecords.toSoap(
                    customers.setArchived(caller, id(request.getId()), given(request.getVersion()), true)));
            return response;
        });
    }

    @Override
    public UnarchiveCustomerResponse unarchiveCustomer(UnarchiveCustomer request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            UnarchiveCustomerResponse response = new UnarchiveCustomerResponse();
            response.setUnarchiveCustomerResult(StoredRecords.toSoap(
                    customers.setArchived(caller, id(request.getId()), given(request.getVersion()), false)));
            return response;
        });
    }

    @Override
    public DeleteCustomerResponse deleteCustomer(DeleteCustomer request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            customers.delete(caller, id(request.getId()), request.getVersion());
            return new DeleteCustomerResponse();
        });
    }

    @Override
    public GetLocationResponse getLocation(GetLocation request)
            throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return RecordsCalls.read(caller -> {
            Location found = OneRecord.of(locations, caller, request.getId(), request.getCode());
            GetLocationResponse response = new GetLocationResponse();
            response.setGetLocationResult(StoredRecords.toSoap(found));
            return response;
        });
    }

    @Override
    public FindLocationsResponse findLocations(FindLocations request) throws InvalidInputFault, AccessDeniedFault {
        return RecordsCalls.list(caller -> {
            Page<Location> found = locations.find(caller, Queries.toQuery(request.getQuery()));
            LocationPage page = new LocationPage();
            page.setLocations(StoredRecords.toSoap(found.items()));
            page.setNext(found.next());
            FindLocationsResponse response = new FindLocationsResponse();
            response.setFindLocationsResult(page);
            return response;
        });
    }

    @Override
    public CreateLocationResponse createLocation(CreateLocation request)
            throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.create(caller -> {
            FieldValues location = NewRecords.of(request.getLocation(), request.getCustomerId());
            CallContext named =
                    RequestDigest.of("createLocation").add(location).named(caller, given(request.getRequestId()));
            CreateLocationResponse response = new CreateLocationResponse();
            response.setCreateLocationResult(StoredRecords.toSoap(locations.create(named, location)));
            return response;
        });
    }

    @Override
    public UpdateLocationResponse updateLocation(UpdateLocation request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            FieldValues changes =
                    Changes.only(RecordType.LOCATION, given(request.getOnly()), Changes.of(request.getChanges()));
            UpdateLocationResponse response = new UpdateLocationResponse();
            response.setUpdateLocationResult(
                    StoredRecords.toSoap(locations.update(caller, id(request.getId()), request.getVersion(), changes)));
            return response;
        });
    }

    @Override
    public ArchiveLocationResponse archiveLocation(ArchiveLocation request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            ArchiveLocationResponse response = new ArchiveLocationResponse();
            response.setArchiveLocationResult(StoredRecords.toSoap(
                    locations.setArchived(caller, id(request.getId()), given(request.getVersion()), true)));
            return response;
        });
    }

    @Override
    public UnarchiveLocationResponse unarchiveLocation(UnarchiveLocation request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            UnarchiveLocationResponse response = new UnarchiveLocationResponse();
            response.setUnarchiveLocationResult(StoredRecords.toSoap(
                    locations.setArchived(caller, id(request.getId()), given(request.getVersion()), false)));
            return response;
        });
    }

    @Override
    public DeleteLocationResponse deleteLocation(DeleteLocation request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            locations.delete(caller, id(request.getId()), request.getVersion());
            return new DeleteLocationResponse();
        });
    }

    @Override
    public BulkUpsertResponse bulkUpsert(BulkUpsert request)
            throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.create(caller -> {
            List<BulkRow> rows = BulkMapping.toRows(request.getRows());
            CallContext named = BulkMapping.digest(rows).named(caller, given(request.getRequestId()));
            BulkUpsertResponse response = new BulkUpsertResponse();
            response.setBulkUpsertResult(BulkMapping.toSoap(bulk.write(named, rows)));
            return response;
        });
    }

    @Override
    public FindRunsResponse findRuns(FindRuns request) throws InvalidInputFault, AccessDeniedFault {
        return RecordsCalls.list(caller -> {
            caller.ofOperator(); // refused before anything else
            RunQuery query = request.getQuery();
            FindRunsResponse response = new FindRunsResponse();
            response.setFindRunsResult(RunMapping.toSoap(
                    runs.list(caller, query.getConnection(), limit(query.getLimit()), query.getCursor())));
            return response;
        });
    }

    @Override
    public GetRunResponse getRun(GetRun request) throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return RecordsCalls.read(CallContext::ofOperator, caller -> {
            GetRunResponse response = new GetRunResponse();
            response.setGetRunResult(RunMapping.toSoap(runs.get(caller, id(request.getId()))));
            return response;
        });
    }

    @Override
    public FindRunItemsResponse findRunItems(FindRunItems request)
            throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return RecordsCalls.read(CallContext::ofOperator, caller -> {
            RunItemQuery query = request.getQuery();
            Outcome outcome = Choices.named(Outcome.class, "outcome", query.getOutcome(), null);
            FindRunItemsResponse response = new FindRunItemsResponse();
            response.setFindRunItemsResult(RunMapping.toSoapItems(runs.items(
                    caller,
                    RecordIds.parse("run", query.getRun()),
                    outcome,
                    limit(query.getLimit()),
                    query.getCursor())));
            return response;
        });
    }

    @Override
    public GetAccountResponse getAccount(GetAccount request)
            throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return accounts.get(request);
    }

    @Override
    public FindAccountsResponse findAccounts(FindAccounts request) throws InvalidInputFault, AccessDeniedFault {
        return accounts.find(request);
    }

    @Override
    public CreateAccountResponse createAccount(CreateAccount request)
            throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return accounts.create(request);
    }

    @Override
    public UpdateAccountResponse updateAccount(UpdateAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return accounts.update(request);
    }

    @Override
    public ArchiveAccountResponse archiveAccount(ArchiveAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return accounts.archive(request);
    }

    @Override
    public UnarchiveAccountResponse unarchiveAccount(UnarchiveAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return accounts.unarchive(request);
    }

    @Override
    public MoveAccountResponse moveAccount(MoveAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return accounts.move(request);
    }

    @Override
    public DeleteAccountResponse deleteAccount(DeleteAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return accounts.delete(request);
    }

    @Override
    public OpenAccountResponse openAccount(OpenAccount request)
            throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return openings.open(request);
    }

    @Override
    public ConvertLeadResponse convertLead(ConvertLead request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return openings.convert(request);
    }

    @Override
    public FindMembersResponse findMembers(FindMembers request)
            throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return members.find(request);
    }

    @Override
    public InviteMemberResponse inviteMember(InviteMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return members.invite(request);
    }

    @Override
    public UpdateMemberResponse updateMember(UpdateMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return members.update(request);
    }

    @Override
    public DisableMemberResponse disableMember(DisableMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return members.disable(request);
    }

    @Override
    public EnableMemberResponse enableMember(EnableMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return members.enable(request);
    }

    @Override
    public RemoveMemberResponse removeMember(RemoveMember request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return members.remove(request);
    }

    private static int limit(JAXBElement<Integer> given) {
        return given(given) == null ? RecordQuery.DEFAULT_LIMIT : given(given);
    }

    private static UUID id(String text) {
        return RecordIds.parse("id", text);
    }
}
