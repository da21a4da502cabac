#!/usr/bin/python3
# Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
"""Walks through customers v1 with zeep and prints what it saw as one line of JSON.

KONTOR_URL is the address of the service, for example http://localhost:8181/kontor/soap/v1/customers;
KONTOR_USER and KONTOR_PASSWORD sign in. Exit code 1 when anything is not as it should be.
"""

import json
import os
import secrets
import sys

import requests
import zeep
from zeep.helpers import serialize_object


def same(what, expected, seen):
    if expected != seen:
        print(f"{what}: expected {expected!r}, saw {seen!r}", file=sys.stderr)
        sys.exit(1)


session = requests.Session()
session.auth = (os.environ["KONTOR_USER"], os.environ["KONTOR_PASSWORD"])
client = zeep.Client(os.environ["KONTOR_URL"] + "?wsdl", transport=zeep.Transport(session=session))
service = client.service
word = "Zeep" + secrets.token_hex(5)


def typed(fault):
    """The detail of a fault as the type that the WSDL gives it."""
    return client.wsdl.types.deserialize(fault.detail[0])


# create with two locations
customer = {
    "code": f"{word}-1",
    "name": f"{word} Müller & Söhne <AG>",
    "kind": "COMPANY",
    "relation": "END_CUSTOMER",
    "taxId": "CHE-123.456.789",
    "email": "office@example.com",
    "phone": "+41 44 123 45 67",
    "webAddress": "https://www.example.com",
    "language": "de-CH",
    "currency": "CHF",
    "address": {
        "line": ["Bahnhofstrasse 1", "Hinterhaus"],
        "postalCode": "8001",
        "city": "Zürich",
        "region": "CH-ZH",
        "country": "CH",
    },
    "billingContact": {"name": "Anna Meier", "email": "bills@example.com", "phone": "+41 44 123 45 68"},
    "billingAddress": {
        "line": ["Postfach 7"],
        "postalCode": "8002",
        "city": "Zürich",
        "region": None,
        "country": "CH",
    },
    "tag": ["export", "gold"],
}
locations = {
    "location": [
        {
            "code": f"{word}-L1",
            "name": "Werk Nord",
            "type": "PLANT",
            "status": "ACTIVE",
            "address": {"line": ["Industrieweg 3"], "postalCode": "8050", "city": "Zürich", "country": "CH"},
            "timeZone": "Europe/Zurich",
            "latitude": "47.4111",
            "longitude": "8.5441",
        },
        {"code": f"{word}-L2", "name": "Lager Süd", "type": "WAREHOUSE"},
    ]
}
created = service.create(customer=customer, locations=locations)
seen = serialize_object(created, dict)
for field, value in customer.items():
    same(f"created {field}", value, sorted(seen[field]) if field == "tag" else seen[field])
same("version", 1, created.version)
same("archived", False, created.archived)
same("through", "SOAP", created.created.through)
stored = created.locations.location
same("locations", [f"{word}-L1", f"{word}-L2"], [location.code for location in stored])
same("latitude", 47.4111, float(stored[0].latitude))
same("owner", created.id, stored[1].customerId)

# get, by id and by code
same("by id", seen, serialize_object(service.get(id=created.id), dict))
same("by code", created.id, service.get(code=f"{word}-1").id)

# find, two a page
for i in (2, 3):
    service.create(customer={"code": f"{word}-{i}", "name": f"{word} Zweig {i}"})
found, pages, cursor = [], 0, None
while pages < 10:
    page = service.find(text=word, sort="CODE", limit=2, cursor=cursor)
    found += [one.code for one in page.customer]
    pages += 1
    cursor = page.next
    if cursor is None:
        break
same("found", [f"{word}-{i}" for i in (1, 2, 3)], found)
same("pages", 2, pages)

# a create that breaks a rule writes nothing and says what it was
invalid = None
try:
    service.create(
        customer={"code": f"{word}-bad", "name": f"{word} Schlecht"},
        locations={"location": [{"name": "Nirgends", "address": {"country": "XX"}}]},
    )
except zeep.exceptions.Fault as fault:
    same("fault code", "Client", fault.code.split(":")[-1])
    invalid, message = typed(fault), fault.message
same("refused", True, invalid is not None)
same("code", "invalid_input", invalid.code)
same("fields", ["locations[0].address.country"], [violation.field for violation in invalid.violation])
same("value", "XX", invalid.violation[0].value)
missing = None
try:
    service.get(code=f"{word}-bad")
except zeep.exceptions.Fault as fault:
    missing = typed(fault).code
same("nothing written", "not_found", missing)

print(
    json.dumps(
        {
            "client": f"Python {sys.version.split()[0]} zeep {zeep.__version__}",
            "created": created.code,
            "id": created.id,
            "locations": [location.code for location in stored],
            "found": found,
            "pages": pages,
            "fault": {
                "code": invalid.code,
                "field": invalid.violation[0].field,
                "rule": invalid.violation[0].rule,
                "value": invalid.violation[0].value,
                "message": message,
            },
        },
        ensure_ascii=False,
    )
)
