<?php
// Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
//
// Walks through records v1 with PHP's SoapClient and prints what it saw as one line of JSON.
// KONTOR_URL is the address of the service, for example http://localhost:8181/kontor/soap/v1/records;
// KONTOR_USER and KONTOR_PASSWORD sign in. With KONTOR_SOAP=1.2 it speaks SOAP 1.2. Exit code 1 when anything is not
// as it should be.

function same($what, $expected, $seen) {
    if ($expected !== $seen) {
        fwrite(STDERR, "$what: expected " . json_encode($expected) . ", saw " . json_encode($seen) . "\n");
        exit(1);
    }
}

/** The detail of the fault that the call is answered with. */
function fault($type, $call) {
    try {
        $call();
    } catch (SoapFault $e) {
        same("typed $type", true, isset($e->detail->$type));
        return $e->detail->$type;
    }
    same("a fault of $type", true, false);
}

$word = 'Php' . bin2hex(random_bytes(5));
$client = new SoapClient(getenv('KONTOR_URL') . '?wsdl', [
    'login' => getenv('KONTOR_USER'),
    'password' => getenv('KONTOR_PASSWORD'),
    'soap_version' => getenv('KONTOR_SOAP') === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);

// create a customer with two locations, once
$request = [
    'customer' => [
        'code' => "$word-1",
        'name' => "$word Müller & Söhne <AG>",
        'phone' => '+41 44 123 45 67',
        'address' => [
            'lines' => ['line' => ['Bahnhofstrasse 1', 'Hinterhaus']],
            'city' => 'Zürich',
            'country' => 'CH',
        ],
        'tags' => ['tag' => ['gold']],
    ],
    'locations' => ['location' => [
        ['code' => "$word-L1", 'name' => 'Werk Nord', 'type' => 'PLANT', 'latitude' => '47.4111'],
        ['code' => "$word-L2", 'name' => 'Lager Süd', 'type' => 'WAREHOUSE'],
    ]],
    'requestId' => "$word-create",
];
$created = $client->createCustomer($request)->createCustomerResult;
same('name', $request['customer']['name'], $created->name);
same('lines', ['Bahnhofstrasse 1', 'Hinterhaus'], $created->address->lines->line);
same('locations', 2, count($created->locations->location));
same('again', $created->id, $client->createCustomer($request)->createCustomerResult->id);
$request['customer']['name'] = 'Another';
$conflict = fault('ConflictFault', fn() => $client->createCustomer($request));
same('another under the same name', 'idempotency_conflict', $conflict->code);

// read
$read = $client->getCustomer(['code' => "$word-1"])->getCustomerResult;
same('by code', $created->id, $read->id);
same('latitude', 47.4111, (float) $read->locations->location[0]->latitude);
same('location', "$word-L2", $client->getLocation(['code' => "$word-L2"])->getLocationResult->code);

// page, two at a time
for ($i = 2; $i <= 3; $i++) {
    $client->createCustomer(['customer' => ['code' => "$word-$i", 'name' => "$word Zweig $i"]]);
}
$found = [];
$pages = 0;
$query = ['text' => $word, 'sort' => 'CODE', 'limit' => 2];
do {
    $page = $client->findCustomers(['query' => $query])->findCustomersResult;
    foreach ($page->customers->customer ?? [] as $one) {
        $found[] = $one->code;
    }
    $pages++;
    $query['cursor'] = $page->next ?? null;
} while ($query['cursor'] !== null && $pages < 10);
same('found', ["$word-1", "$word-2", "$word-3"], $found);
$sites = $client->findLocations(['query' => ['customer' => $created->id, 'sort' => 'CODE']])->findLocationsResult->locations->location;
same('sites', ["$word-L1", "$word-L2"], array_map(fn($site) => $site->code, $sites));

// change a field, clear another; what is left out stays
$changed = $client->updateCustomer([
    'id' => $created->id,
    'version' => $read->version,
    'changes' => ['email' => 'office@example.com', 'phone' => null, 'address' => ['city' => 'Bern']],
])->updateCustomerResult;
same('changed', 'office@example.com', $changed->email);
same('cleared', false, isset($changed->phone));
same('city', 'Bern', $changed->address->city);
same('country stays', 'CH', $changed->address->country);
same('tags stay', ['gold'], $changed->tags->tag);
$stale = fault('ConflictFault', fn() => $client->updateCustomer(
    ['id' => $created->id, 'version' => $read->version, 'changes' => ['name' => 'Too late']]));
same('stale', 'stale_version', $stale->code);

// archive
$archived = $client->archiveCustomer(['id' => $created->id, 'version' => $changed->version])->archiveCustomerResult;
same('archived', true, $archived->archived);

// bulk with one bad row
$results = $client->bulkUpsert(['rows' => ['row' => [
    ['customer' => ['code' => "$word-4", 'name' => "$word Vier"]],
    ['customer' => ['code' => "$word-5", 'name' => "$word Fünf", 'address' => ['country' => 'XX']]],
    ['location' => ['code' => "$word-L4", 'name' => 'Werk Vier'], 'ofCustomer' => ['code' => "$word-4"]],
]]])->bulkUpsertResult->result;
$outcomes = array_map(fn($result) => $result->outcome, $results);
same('outcomes', ['CREATED', 'REFUSED', 'CREATED'], $outcomes);
same('bad row', 'address.country', $results[1]->violations->violation[0]->field);

// a fault
$invalid = fault('InvalidInputFault', fn() => $client->createCustomer(['customer' => ['name' => 'x', 'address' => ['country' => 'XX']]]));
// details of faults come without the types of the WSDL, so a single element is no array
$violation = $invalid->violations->violation;
$missing = fault('NotFoundFault', fn() => $client->getCustomer(['code' => "$word-none"]));
same('missing', 'not_found', $missing->code);

// open an account with all that belongs to it, reviewed before, once
$opening = [
    'customer' => ['name' => "$word Filiale"],
    'account' => ['name' => "$word Konto", 'type' => 'CUSTOMER'],
    'plan' => ['kind' => 'TRIAL'],
    'administrators' => ['who' => 'BOTH', 'name' => 'Paula', 'email' => "$word-p@example.com", 'later' => true],
    'requestId' => "$word-open",
];
same('review', false, $client->openAccount($opening + ['dryRun' => true])->openAccountResult->stored);
$opened = $client->openAccount($opening)->openAccountResult;
same('stored', true, $opened->stored);
same('plan', 5, $opened->plan->quantity);
same('members', 2, count($opened->members->member));
same('mails', 1, count($opened->mails->mail));
same('opened again', $opened->account->id, $client->openAccount($opening)->openAccountResult->account->id);

// a lead: create, change a field, clear another, convert
$lead = $client->createAccount(['account' => [
    'name' => "$word Lead", 'type' => 'CUSTOMER', 'stage' => 'LEAD', 'customerId' => $opened->customer->id,
]])->createAccountResult;
same('stage', 'LEAD', $lead->stage);
$marked = $client->updateAccount([
    'id' => $lead->id, 'version' => $lead->version, 'changes' => ['sandbox' => true, 'responsible' => null],
])->updateAccountResult;
same('sandbox', true, $marked->sandbox);
same('nobody responsible', false, isset($marked->responsible));
same('name stays', "$word Lead", $marked->name);
$leads = $client->findAccounts(['query' => ['text' => $word, 'stage' => 'LEAD', 'sandbox' => true]])->findAccountsResult;
same('leads', [$lead->id], array_map(fn($one) => $one->id, $leads->accounts->account));
$converted = $client->convertLead([
    'id' => $lead->id,
    'invited' => ['invitee' => [['name' => 'Rita', 'email' => "$word-r@example.com", 'later' => true]]],
])->convertLeadResult;
same('converted', 'CONVERTED', $converted->lead->stage);
same('linked', $converted->account->id, $converted->lead->convertedTo);

// members of the account that the header names
$inside = new SoapClient(getenv('KONTOR_URL') . '?wsdl', [
    'login' => getenv('KONTOR_USER'),
    'password' => getenv('KONTOR_PASSWORD'),
    'soap_version' => getenv('KONTOR_SOAP') === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    'stream_context' => stream_context_create(['http' => ['header' => 'Kontor-Account: ' . $opened->account->id]]),
]);
$invitation = $inside->inviteMember(['member' => [
    'name' => 'Bill', 'email' => "$word-b@example.com", 'roles' => ['role' => ['BILLING']], 'later' => true,
]])->inviteMemberResult;
same('invited', 'WAITING', $invitation->state);
same('members now', 3, count($inside->findMembers(['query' => new stdClass()])->findMembersResult->members->member));
$bill = $inside->findMembers(['query' => ['text' => $invitation->login]])->findMembersResult->members->member[0];
$bill = $inside->updateMember([
    'id' => $bill->id, 'version' => $bill->version, 'changes' => ['roles' => ['role' => ['READ_ONLY']]],
])->updateMemberResult;
same('roles now', ['READ_ONLY'], $bill->roles->role);
same('shut out', true, $inside->disableMember(['id' => $bill->id])->disableMemberResult->disabled);
same('let in', false, $inside->enableMember(['id' => $bill->id])->enableMemberResult->disabled);
$last = fault('InvalidInputFault', fn() => $inside->removeMember(['id' => $invitation->person]));
same('nowhere else', 'last_membership', $last->violations->violation->rule);

echo json_encode([
    'client' => 'PHP ' . PHP_VERSION . ' SoapClient, SOAP ' . (getenv('KONTOR_SOAP') ?: '1.1'),
    'created' => $created->code,
    'id' => $created->id,
    'found' => $found,
    'pages' => $pages,
    'archived' => $archived->archived,
    'stale' => $stale->code,
    'bulk' => $outcomes,
    'lead' => $lead->id,
    'fault' => ['code' => $invalid->code, 'field' => $violation->field, 'rule' => $violation->rule, 'value' => $violation->value],
], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
