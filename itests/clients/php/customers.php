<?php
// Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
//
// Walks through customers v1 with PHP's SoapClient and prints what it saw as one line of JSON.
// KONTOR_URL is the address of the service, for example http://localhost:8181/kontor/soap/v1/customers;
// KONTOR_USER and KONTOR_PASSWORD sign in. Exit code 1 when anything is not as it should be.

function same($what, $expected, $seen) {
    if ($expected !== $seen) {
        fwrite(STDERR, "$what: expected " . json_encode($expected) . ", saw " . json_encode($seen) . "\n");
        exit(1);
    }
}

$url = getenv('KONTOR_URL');
$word = 'Php' . bin2hex(random_bytes(5));
$client = new SoapClient($url . '?wsdl', [
    'login' => getenv('KONTOR_USER'),
    'password' => getenv('KONTOR_PASSWORD'),
    'exceptions' => true,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);

// create with two locations
$customer = [
    'code' => "$word-1",
    'name' => "$word Müller & Söhne <AG>",
    'kind' => 'COMPANY',
    'relation' => 'END_CUSTOMER',
    'taxId' => 'CHE-123.456.789',
    'email' => 'office@example.com',
    'phone' => '+41 44 123 45 67',
    'webAddress' => 'https://www.example.com',
    'language' => 'de-CH',
    'currency' => 'CHF',
    'address' => [
        'line' => ['Bahnhofstrasse 1', 'Hinterhaus'],
        'postalCode' => '8001',
        'city' => 'Zürich',
        'region' => 'CH-ZH',
        'country' => 'CH',
    ],
    'billingContact' => ['name' => 'Anna Meier', 'email' => 'bills@example.com', 'phone' => '+41 44 123 45 68'],
    'billingAddress' => ['line' => ['Postfach 7'], 'postalCode' => '8002', 'city' => 'Zürich', 'country' => 'CH'],
    'tag' => ['gold', 'export'],
];
$locations = ['location' => [
    [
        'code' => "$word-L1",
        'name' => 'Werk Nord',
        'type' => 'PLANT',
        'status' => 'ACTIVE',
        'address' => ['line' => ['Industrieweg 3'], 'postalCode' => '8050', 'city' => 'Zürich', 'country' => 'CH'],
        'timeZone' => 'Europe/Zurich',
        'latitude' => '47.4111',
        'longitude' => '8.5441',
    ],
    ['code' => "$word-L2", 'name' => 'Lager Süd', 'type' => 'WAREHOUSE'],
]];
$created = $client->create(['customer' => $customer, 'locations' => $locations])->customer;
foreach (['code', 'name', 'kind', 'relation', 'taxId', 'email', 'phone', 'webAddress', 'language', 'currency'] as $field) {
    same("created $field", $customer[$field], $created->$field);
}
same('address', $customer['address'], (array) $created->address);
same('billing contact', $customer['billingContact'], (array) $created->billingContact);
same('billing address', $customer['billingAddress'], (array) $created->billingAddress);
$tags = $created->tag;
sort($tags);
same('tags', ['export', 'gold'], $tags);
same('version', 1, $created->version);
same('archived', false, $created->archived);
same('through', 'SOAP', $created->created->through);
same('locations', 2, count($created->locations->location));
same('location code', "$word-L1", $created->locations->location[0]->code);
same('latitude', 47.4111, (float) $created->locations->location[0]->latitude);
same('owner', $created->id, $created->locations->location[1]->customerId);

// get, by id and by code
$byId = $client->get(['id' => $created->id])->customer;
same('by id', json_encode($created), json_encode($byId));
$byCode = $client->get(['code' => "$word-1"])->customer;
same('by code', $created->id, $byCode->id);

// find, two a page
for ($i = 2; $i <= 3; $i++) {
    $client->create(['customer' => ['code' => "$word-$i", 'name' => "$word Zweig $i"]]);
}
$found = [];
$pages = 0;
$query = ['text' => $word, 'sort' => 'CODE', 'limit' => 2];
do {
    $page = $client->find($query);
    foreach ($page->customer ?? [] as $one) {
        $found[] = $one->code;
    }
    $pages++;
    $query['cursor'] = $page->next ?? null;
} while ($query['cursor'] !== null && $pages < 10);
same('found', ["$word-1", "$word-2", "$word-3"], $found);
same('pages', 2, $pages);

// a create that breaks a rule writes nothing and says what it was
$fault = null;
try {
    $client->create([
        'customer' => ['code' => "$word-bad", 'name' => "$word Schlecht"],
        'locations' => ['location' => [['name' => 'Nirgends', 'address' => ['country' => 'XX']]]],
    ]);
} catch (SoapFault $e) {
    $fault = $e;
}
same('refused', true, $fault !== null);
same('fault code', 'Client', preg_replace('/^.*:/', '', $fault->faultcode));
same('typed', true, isset($fault->detail->InvalidInputFault));
$invalid = $fault->detail->InvalidInputFault;
same('code', 'invalid_input', $invalid->code);
$violations = is_array($invalid->violation) ? $invalid->violation : [$invalid->violation];
same('violations', 1, count($violations));
same('field', 'locations[0].address.country', $violations[0]->field);
same('value', 'XX', $violations[0]->value);
$missing = null;
try {
    $client->get(['code' => "$word-bad"]);
} catch (SoapFault $e) {
    $missing = $e;
}
same('nothing written', 'not_found', $missing === null ? null : $missing->detail->NotFoundFault->code);

echo json_encode([
    'client' => 'PHP ' . PHP_VERSION . ' SoapClient',
    'created' => $created->code,
    'id' => $created->id,
    'locations' => array_map(fn($location) => $location->code, $created->locations->location),
    'found' => $found,
    'pages' => $pages,
    'fault' => [
        'code' => $invalid->code,
        'field' => $violations[0]->field,
        'rule' => $violations[0]->rule,
        'value' => $violations[0]->value,
        'message' => $fault->getMessage(),
    ],
], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
