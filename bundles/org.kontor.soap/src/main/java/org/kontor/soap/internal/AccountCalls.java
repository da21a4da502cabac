/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.Accounts;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.soap.records.v1.AccessDeniedFault;
import org.kontor.soap.records.v1.AccountPage;
import org.kontor.soap.records.v1.ArchiveAccount;
import org.kontor.soap.records.v1.ArchiveAccountResponse;
import org.kontor.soap.records.v1.ConflictFault;
import org.kontor.soap.records.v1.CreateAccount;
import org.kontor.soap.records.v1.CreateAccountResponse;
import org.kontor.soap.records.v1.DeleteAccount;
import org.kontor.soap.records.v1.DeleteAccountResponse;
import org.kontor.soap.records.v1.FindAccounts;
import org.kontor.soap.records.v1.FindAccountsResponse;
import org.kontor.soap.records.v1.GetAccount;
import org.kontor.soap.records.v1.GetAccountResponse;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.MoveAccount;
import org.kontor.soap.records.v1.MoveAccountResponse;
import org.kontor.soap.records.v1.NotFoundFault;
import org.kontor.soap.records.v1.UnarchiveAccount;
import org.kontor.soap.records.v1.UnarchiveAccountResponse;
import org.kontor.soap.records.v1.UpdateAccount;
import org.kontor.soap.records.v1.UpdateAccountResponse;

import static org.kontor.soap.internal.Nillable.given;

/** The operations of records v1 on accounts. Thread-safe. */
final class AccountCalls {
    private final Accounts accounts;

    AccountCalls(Accounts accounts) {
        this.accounts = accounts;
    }

    GetAccountResponse get(GetAccount request) throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return RecordsCalls.read(caller -> {
            GetAccountResponse response = new GetAccountResponse();
            response.setGetAccountResult(
                    StoredRecords.toSoap(OneRecord.of(accounts, caller, request.getId(), request.getCode())));
            return response;
        });
    }

    FindAccountsResponse find(FindAccounts request) throws InvalidInputFault, AccessDeniedFault {
        return RecordsCalls.list(caller -> {
            Page<Account> found = accounts.find(caller, Queries.toQuery(request.getQuery()));
            AccountPage page = new AccountPage();
            page.setAccounts(new org.kontor.soap.records.v1.Accounts());
            found.items().forEach(account -> page.getAccounts().getAccount().add(StoredRecords.toSoap(account)));
            page.setNext(found.next());
            FindAccountsResponse response = new FindAccountsResponse();
            response.setFindAccountsResult(page);
            return response;
        });
    }

    CreateAccountResponse create(CreateAccount request) throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.create(caller -> {
            FieldValues account = NewRecords.of(request.getAccount());
            CallContext named =
                    RequestDigest.of("createAccount").add(account).named(caller, given(request.getRequestId()));
            CreateAccountResponse response = new CreateAccountResponse();
            response.setCreateAccountResult(StoredRecords.toSoap(accounts.create(named, account)));
            return response;
        });
    }

    UpdateAccountResponse update(UpdateAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            FieldValues changes =
                    Changes.only(RecordType.ACCOUNT, given(request.getOnly()), Changes.of(request.getChanges()));
            UpdateAccountResponse response = new UpdateAccountResponse();
            response.setUpdateAccountResult(
                    StoredRecords.toSoap(accounts.update(caller, id(request.getId()), request.getVersion(), changes)));
            return response;
        });
    }

    ArchiveAccountResponse archive(ArchiveAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            ArchiveAccountResponse response = new ArchiveAccountResponse();
            response.setArchiveAccountResult(StoredRecords.toSoap(
                    accounts.setArchived(caller, id(request.getId()), given(request.getVersion()), true)));
            return response;
        });
    }

    UnarchiveAccountResponse unarchive(UnarchiveAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            UnarchiveAccountResponse response = new UnarchiveAccountResponse();
            response.setUnarchiveAccountResult(StoredRecords.toSoap(
                    accounts.setArchived(caller, id(request.getId()), given(request.getVersion()), false)));
            return response;
        });
    }

    MoveAccountResponse move(MoveAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            MoveAccountResponse response = new MoveAccountResponse();
            response.setMoveAccountResult(StoredRecords.toSoap(accounts.move(
                    caller, id(request.getId()), request.getVersion(), RecordIds.parse("to", request.getTo()))));
            return response;
        });
    }

    DeleteAccountResponse delete(DeleteAccount request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            accounts.delete(caller, id(request.getId()), request.getVersion());
            return new DeleteAccountResponse();
        });
    }

    private static UUID id(String text) {
        return RecordIds.parse("id", text);
    }
}
