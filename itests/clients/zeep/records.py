#!/usr/bin/python3
# Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
"""Walks through records v1 with zeep and prints what it saw as one line of JSON.

KONTOR_URL is the address of the service, for example http://localhost:8181/kontor/soap/v1/records;
KONTOR_USER and KONTOR_PASSWORD sign in. With KONTOR_SOAP=1.2 it speaks SOAP 1.2. Exit code 1 when anything is not
as it should be.
"""

import json
import os
import secrets
import sys

import requests
import zeep
from zeep.xsd import Nil


def same(what, expected, seen):
    if expected != seen:
        print(f"{what}: expected {expected!r}, saw {seen!r}", file=sys.stderr)
        sys.exit(1)


version = os.environ.get("KONTOR_SOAP", "1.1")
session = requests.Session()
session.auth = (os.environ["KONTOR_USER"], os.environ["KONTOR_PASSWORD"])
client = zeep.Client(os.environ["KONTOR_URL"] + "?wsdl", transport=zeep.Transport(session=session))
service = client.bind("RecordsService", "RecordsSoap12" if version == "1.2" else "Records")
word = "Zeep" + secrets.token_hex(5)


def fault(call, **arguments):
    """The detail of the fault that the call is answered with, as the type that the WSDL gives it."""
    try:
        call(**arguments)
    except zeep.exceptions.Fault as refused:
        detail = refused.detail[0] if len(refused.detail) else None
        return client.wsdl.types.deserialize(detail)
    same("a fault", True, False)


# create a customer with two locations, once
request = {
    "customer": {
        "code": f"{word}-1",
        "name": f"{word} Müller & Söhne <AG>",
        "phone": "+41 44 123 45 67",
        "address": {"lines": {"line": ["Bahnhofstrasse 1", "Hinterhaus"]}, "city": "Zürich", "country": "CH"},
        "tags": {"tag": ["gold"]},
    },
    "locations": {
        "location": [
            {"code": f"{word}-L1", "name": "Werk Nord", "type": "PLANT", "latitude": "47.4111"},
            {"code": f"{word}-L2", "name": "Lager Süd", "type": "WAREHOUSE"},
        ]
    },
    "requestId": f"{word}-create",
}
created = service.createCustomer(**request)
same("name", request["customer"]["name"], created.name)
same("lines", ["Bahnhofstrasse 1", "Hinterhaus"], created.address.lines.line)
same("locations", 2, len(created.locations.location))
same("again", created.id, service.createCustomer(**request).id)
request["customer"]["name"] = "Another"
same("another under the same name", "idempotency_conflict", fault(service.createCustomer, **request).code)

# read
read = service.getCustomer(code=f"{word}-1")
same("by code", created.id, read.id)
same("latitude", 47.4111, float(read.locations.location[0].latitude))
same("location", f"{word}-L2", service.getLocation(code=f"{word}-L2").code)

# page, two at a time
for i in (2, 3):
    service.createCustomer(customer={"code": f"{word}-{i}", "name": f"{word} Zweig {i}"})
found, pages, cursor = [], 0, None
while pages < 10:
    page = service.findCustomers(query={"text": word, "sort": "CODE", "limit": 2, "cursor": cursor})
    found += [one.code for one in page.customers.customer]
    pages += 1
    cursor = page.next
    if cursor is None:
        break
same("found", [f"{word}-{i}" for i in (1, 2, 3)], found)
sites = service.findLocations(query={"customer": created.id, "sort": "CODE"}).locations.location
same("sites", [f"{word}-L1", f"{word}-L2"], [site.code for site in sites])

# change a field, clear another; what is left out stays
changed = service.updateCustomer(
    id=created.id,
    version=read.version,
    changes={"email": "office@example.com", "phone": Nil, "address": {"city": "Bern"}},
)
same("changed", "office@example.com", changed.email)
same("cleared", None, changed.phone)
same("city", "Bern", changed.address.city)
same("country stays", "CH", changed.address.country)
same("tags stay", ["gold"], changed.tags.tag)
stale = fault(service.updateCustomer, id=created.id, version=read.version, changes={"name": "Too late"})
same("stale", "stale_version", stale.code)

# archive
archived = service.archiveCustomer(id=created.id, version=changed.version)
same("archived", True, archived.archived)

# bulk with one bad row
results = service.bulkUpsert(
    rows={
        "row": [
            {"customer": {"code": f"{word}-4", "name": f"{word} Vier"}},
            {"customer": {"code": f"{word}-5", "name": f"{word} Fünf", "address": {"country": "XX"}}},
            {"location": {"code": f"{word}-L4", "name": "Werk Vier"}, "ofCustomer": {"code": f"{word}-4"}},
        ]
    }
)
same("outcomes", ["CREATED", "REFUSED", "CREATED"], [result.outcome for result in results])
same("bad row", "address.country", results[1].violations.violation[0].field)

# a fault
invalid = fault(service.createCustomer, customer={"name": "x", "address": {"country": "XX"}})
violation = invalid.violations.violation[0]
same("missing", "not_found", fault(service.getCustomer, code=f"{word}-none").code)

# open an account with all that belongs to it, reviewed before, once
opening = {
    "customer": {"name": f"{word} Filiale"},
    "account": {"name": f"{word} Konto", "type": "CUSTOMER"},
    "plan": {"kind": "TRIAL"},
    "administrators": {"who": "BOTH", "name": "Paula", "email": f"{word}-p@example.com", "later": True},
    "requestId": f"{word}-open",
}
same("review", False, service.openAccount(**opening, dryRun=True).stored)
opened = service.openAccount(**opening)
same("stored", True, opened.stored)
same("plan", 5, opened.plan.quantity)
same("members", 2, len(opened.members.member))
same("mails", 1, len(opened.mails.mail))
same("opened again", opened.account.id, service.openAccount(**opening).account.id)

# a lead: create, change a field, clear another, convert
lead = service.createAccount(
    account={"name": f"{word} Lead", "type": "CUSTOMER", "stage": "LEAD", "customerId": opened.customer.id}
)
same("stage", "LEAD", lead.stage)
marked = service.updateAccount(id=lead.id, version=lead.version, changes={"sandbox": True, "responsible": Nil})
same("sandbox", True, marked.sandbox)
same("nobody responsible", None, marked.responsible)
same("name stays", f"{word} Lead", marked.name)
leads = service.findAccounts(query={"text": word, "stage": "LEAD", "sandbox": True}).accounts.account
same("leads", [lead.id], [one.id for one in leads])
converted = service.convertLead(
    id=lead.id, invited={"invitee": [{"name": "Rita", "email": f"{word}-r@example.com", "later": True}]}
)
same("converted", "CONVERTED", converted.lead.stage)
same("linked", converted.account.id, converted.lead.convertedTo)

# members of the account that the header names
session.headers["Kontor-Account"] = opened.account.id
invitation = service.inviteMember(
    member={"name": "Bill", "email": f"{word}-b@example.com", "roles": {"role": ["BILLING"]}, "later": True}
)
same("invited", "WAITING", invitation.state)
same("members now", 3, len(service.findMembers(query={}).members.member))
bill = service.findMembers(query={"text": invitation.login}).members.member[0]
bill = service.updateMember(id=bill.id, version=bill.version, changes={"roles": {"role": ["READ_ONLY"]}})
same("roles now", ["READ_ONLY"], bill.roles.role)
same("shut out", True, service.disableMember(id=bill.id).disabled)
same("let in", False, service.enableMember(id=bill.id).disabled)
last = fault(service.removeMember, id=invitation.person)
same("nowhere else", "last_membership", last.violations.violation[0].rule)

print(
    json.dumps(
        {
            "client": f"Python {sys.version.split()[0]} zeep {zeep.__version__}, SOAP {version}",
            "created": created.code,
            "id": created.id,
            "found": found,
            "pages": pages,
            "archived": archived.archived,
            "stale": stale.code,
            "bulk": [result.outcome for result in results],
            "lead": lead.id,
            "fault": {
                "code": invalid.code,
                "field": violation.field,
                "rule": violation.rule,
                "value": violation.value,
            },
        },
        ensure_ascii=False,
    )
)
