#!/usr/bin/env python3
# Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
"""Calls a Tryton by JSON-RPC: from the command line, or as a module. Standard library only.

usage: tryton_rpc.py URL COMMAND
  login                    signs in, prints the user's id
  call METHOD [PARAMS]     calls e.g. model.party.party.search_read with a JSON array; the context is added; prints the result as JSON
  seed N                   creates N more parties, in batches of one transaction each
  show CODE                prints a party with its addresses, contact mechanisms and identifiers
  set CODE FIELD=VALUE...  changes fields of the party with this code; address.FIELD=VALUE changes its first address
URL is http://HOST:PORT/DATABASE/; user "admin" (TRYTON_USER), password from TRYTON_PASSWORD ("admin").
"""
import base64
import json
import os
import sys
import time
import urllib.error
import urllib.request


class TrytonError(Exception):
    pass


class Client:
    def __init__(self, url, user=None, password=None):
        self.url = url.rstrip("/") + "/"
        self.user = user or os.environ.get("TRYTON_USER", "admin")
        self.password = password or os.environ.get("TRYTON_PASSWORD", "admin")
        self.headers = {"Content-Type": "application/json"}
        self.user_id, token = self._post("common.db.login", [self.user, {"password": self.password}]) or (None, None)
        if not token:
            raise TrytonError("sign-in refused for " + self.user)
        session = base64.b64encode(("%s:%s:%s" % (self.user, self.user_id, token)).encode()).decode()
        self.headers["Authorization"] = "Session " + session

    def _post(self, method, params):
        body = json.dumps({"id": 1, "method": method, "params": params}).encode()
        # No proxy: this is always a server on the same machine or in the same network.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(urllib.request.Request(self.url, body, self.headers), timeout=600) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as e:
            raise TrytonError("%s: HTTP %s" % (method, e.code)) from e
        except (urllib.error.URLError, OSError) as e:
            raise TrytonError("%s: %s" % (self.url, getattr(e, "reason", e))) from e
        if isinstance(answer, dict) and answer.get("error"):  # errors are HTTP 200
            raise TrytonError("%s: %s" % (method, json.dumps(answer["error"], ensure_ascii=False)[:2000]))
        return answer["result"] if isinstance(answer, dict) else answer

    def call(self, method, *params, context=None):
        return self._post(method, list(params) + [context or {}])

    def search(self, model, domain, fields, order=None, limit=None):
        return self.call("model.%s.search_read" % model, domain, 0, limit, order, fields)


# --- seed: parties that are the same every time, made from their number -----------------------------------------------

# country: name, language, subdivisions (code, name, type), cities (postal code, city, index of the subdivision), phone prefix
COUNTRIES = {
    "DE": ("Germany", "de", [("DE-BY", "Bayern", "state"), ("DE-HH", "Hamburg", "state"), ("DE-NW", "Nordrhein-Westfalen", "state")],
           [("80331", "München", 0), ("20095", "Hamburg", 1), ("50667", "Köln", 2), ("40213", "Düsseldorf", 2)], "+49 89 555 "),
    "CH": ("Switzerland", "de", [("CH-ZH", "Zürich", "canton"), ("CH-GE", "Genève", "canton"), ("CH-BE", "Bern", "canton")],
           [("8001", "Zürich", 0), ("1204", "Genève", 1), ("3011", "Bern", 2)], "+41 44 555 "),
    "AT": ("Austria", "de", [("AT-9", "Wien", "state"), ("AT-6", "Steiermark", "state")],
           [("1010", "Wien", 0), ("8010", "Graz", 1)], "+43 1 555 "),
    "FR": ("France", "fr", [("FR-69", "Rhône", "metropolitan department"), ("FR-31", "Haute-Garonne", "metropolitan department")],
           [("69002", "Lyon", 0), ("31000", "Toulouse", 1)], "+33 4 65 71 "),
    "ES": ("Spain", "es", [("ES-B", "Barcelona", "province"), ("ES-V", "Valencia", "province")],
           [("08002", "Barcelona", 0), ("46002", "València", 1)], "+34 93 555 "),
    "IT": ("Italy", "it", [("IT-MI", "Milano", "province"), ("IT-TO", "Torino", "province")],
           [("20121", "Milano", 0), ("10121", "Torino", 1)], "+39 02 555 "),
    "PL": ("Poland", "pl", [("PL-14", "Mazowieckie", "voivodship"), ("PL-12", "Małopolskie", "voivodship")],
           [("00-001", "Warszawa", 0), ("31-001", "Kraków", 1)], "+48 22 555 "),
    "US": ("United States", "en", [("US-CA", "California", "state"), ("US-NY", "New York", "state")],
           [("94103", "San Francisco", 0), ("10001", "New York", 1)], "+1 212 555 01"),
    "JP": ("Japan", None, [], [("100-0001", "東京", None), ("530-0001", "大阪", None)], "+81 3 5555 "),
    "BR": ("Brazil", "pt_BR", [("BR-SP", "São Paulo", "state"), ("BR-RJ", "Rio de Janeiro", "state")],
           [("01000-000", "São Paulo", 0), ("20000-000", "Rio de Janeiro", 1)], "+55 11 5555 "),
}
FIRST = ["Alpin", "Baltic", "Ceres", "Delta", "Élan", "Fjord", "Grünwald", "Horizont", "Iberia", "Jura", "Kessler", "Łódka",
         "Müller", "Nordlicht", "Ökonova", "Pioneer", "Quarz", "Rhône", "Sørensen", "Tramontana", "Ursa", "Vega", "Weiß", "Zephyr"]
SECOND = ["Robotik", "Werkzeugbau", "Logistics", "Alimentos", "Verpackung", "Électronique", "Meccanica", "Systems", "Energie",
          "Optik", "Pharma", "Textil", "Maschinen", "Packaging", "Motores", "Automation", "Labs"]
FORM = {"DE": "GmbH", "CH": "AG", "AT": "GmbH", "FR": "SAS", "ES": "S.L.", "IT": "S.r.l.", "PL": "Sp. z o.o.", "US": "Inc.",
        "JP": "K.K.", "BR": "Ltda."}
STREET = {"DE": "Hauptstraße %d", "CH": "Bahnhofstrasse %d", "AT": "Ringstraße %d", "FR": "%d rue de la République",
          "ES": "Calle Mayor %d", "IT": "Via Roma %d", "PL": "ul. Długa %d", "US": "%d Market Street", "JP": "丸の内 %d-1",
          "BR": "Rua das Flores, %d"}


def german_vat(n):
    """A German VAT number with its check digit (ISO 7064 Mod 11, 10), made from a number."""
    digits = "%08d" % (10000000 + (n * 7919) % 89999999)
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return "DE%s%d" % (digits, (11 - product) % 10)


def polish_nip(n):
    """A Polish tax number with its check digit; a remainder of ten does not exist, the next number is taken then."""
    while True:
        digits = "%09d" % (100000000 + (n * 104729) % 899999999)
        check = sum(int(d) * w for d, w in zip(digits, (6, 5, 7, 2, 3, 4, 5, 6, 7))) % 11
        if check != 10:
            return digits + str(check)
        n += 1


def party(n, geography, languages):
    codes = sorted(COUNTRIES)
    country = codes[n % len(codes)]
    _, language, _, cities, prefix = COUNTRIES[country]
    postal_code, city, subdivision = cities[n // len(codes) % len(cities)]
    name = "%s %s %s" % (FIRST[n % len(FIRST)], SECOND[n // 3 % len(SECOND)], FORM[country])
    slug = "party-%05d" % n
    addresses = [{
        "street": STREET[country] % (n % 190 + 1) + ("\n2. OG" if n % 9 == 0 else ""),
        "postal_code": postal_code, "city": city, "country": geography[country][0],
        "subdivision": geography[country][1][subdivision] if subdivision is not None else None, "sequence": 1,
    }]
    if n % 4 == 0:  # a second site
        postal_code, city, subdivision = cities[(n // len(codes) + 1) % len(cities)]
        addresses.append({
            "name": "Warehouse", "street": STREET[country] % (n % 90 + 7), "postal_code": postal_code, "city": city,
            "country": geography[country][0],
            "subdivision": geography[country][1][subdivision] if subdivision is not None else None, "sequence": 2,
        })
    contacts = [
        {"type": "email", "value": "office@%s.example" % slug, "sequence": 1},
        {"type": "phone", "value": prefix + "%02d" % (n % 100), "sequence": 2},
    ]
    if n % 3:
        contacts.append({"type": "website", "value": "https://%s.example" % slug, "sequence": 3})
    identifiers = []
    if country == "DE":
        identifiers.append({"type": "eu_vat", "code": german_vat(n)})
    elif country == "PL":
        identifiers.append({"type": "eu_vat", "code": "PL" + polish_nip(n)})
    elif country == "US":
        identifiers.append({"type": "us_ein", "code": "12-%07d" % (3000000 + n)})
    elif n % 2:
        identifiers.append({"type": None, "code": "REG-%06d" % n})
    return {
        "name": name, "code": "T-%05d" % n, "lang": languages.get(language),
        "addresses": [["create", addresses]], "contact_mechanisms": [["create", contacts]],
        "identifiers": [["create", identifiers]],
    }


def geography_of(client):
    """The ids of our countries and their subdivisions; what is missing is created (a new database has none)."""
    found = {c["code"]: c["id"] for c in client.search("country.country", [["code", "in", sorted(COUNTRIES)]], ["code"])}
    missing = [code for code in sorted(COUNTRIES) if code not in found]
    if missing:
        ids = client.call("model.country.country.create", [{"name": COUNTRIES[code][0], "code": code} for code in missing])
        found.update(zip(missing, ids))
    wanted = [(country, code, name, kind) for country in sorted(COUNTRIES) for code, name, kind in COUNTRIES[country][2]]
    subdivisions = {s["code"]: s["id"] for s in client.search(
        "country.subdivision", [["code", "in", [code for _, code, _, _ in wanted]]], ["code"])}
    absent = [w for w in wanted if w[1] not in subdivisions]
    if absent:
        ids = client.call("model.country.subdivision.create", [
            {"country": found[country], "code": code, "name": name, "type": kind} for country, code, name, kind in absent])
        subdivisions.update(zip([w[1] for w in absent], ids))
    return {country: (found[country], [subdivisions[code] for code, _, _ in COUNTRIES[country][2]]) for country in COUNTRIES}


def seed(client, count, batch=100):
    geography = geography_of(client)
    languages = {l["code"]: l["id"] for l in client.search("ir.lang", [], ["code"])}
    last = client.call("model.party.party.search_read", [["code", "like", "T-_____"], ["active", "in", [True, False]]],
                       0, 1, [["code", "DESC"]], ["code"])
    first = int(last[0]["code"][2:]) + 1 if last else 1
    start = time.time()
    for n in range(first, first + count, batch):
        client.call("model.party.party.create",
                    [party(i, geography, languages) for i in range(n, min(n + batch, first + count))])
    seconds = time.time() - start
    print("%d parties T-%05d to T-%05d in %.1f s" % (count, first, first + count - 1, seconds))


def party_id(client, code):
    found = client.search("party.party", [["code", "=", code], ["active", "in", [True, False]]], ["id"])
    if not found:
        raise TrytonError("no party has the code " + code)
    return found[0]["id"]


def change(client, code, assignments):
    values = {"party.party": {}, "party.address": {}}
    for assignment in assignments:
        field, equals, value = assignment.partition("=")
        if not equals:
            raise TrytonError("FIELD=VALUE expected: " + assignment)
        model = "party.address" if field.startswith("address.") else "party.party"
        value = {"true": True, "false": False, "null": None}.get(value, value)
        values[model][field.partition("address.")[2] or field] = value
    party = party_id(client, code)
    if values["party.address"]:
        addresses = client.search("party.address", [["party", "=", party]], ["id"], [["sequence", "ASC NULLS FIRST"], ["id", None]], 1)
        if not addresses:
            raise TrytonError(code + " has no address")
        client.call("model.party.address.write", [addresses[0]["id"]], values["party.address"])
    if values["party.party"]:
        client.call("model.party.party.write", [party], values["party.party"])


def show(client, code):
    fields = ["code", "name", "active", "lang.code", "addresses.name", "addresses.street", "addresses.postal_code", "addresses.city",
              "addresses.subdivision.code", "addresses.country.code", "contact_mechanisms.type", "contact_mechanisms.value",
              "identifiers.type", "identifiers.code"]
    return client.call("model.party.party.read", [party_id(client, code)], fields)[0]


def main(argv):
    if len(argv) < 2 or argv[0] in ("-h", "--help"):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    url, command, arguments = argv[0], argv[1], argv[2:]
    try:
        client = Client(url)
        if command == "login" and not arguments:
            print(client.user_id)
        elif command == "call" and 1 <= len(arguments) <= 2:
            params = json.loads(arguments[1]) if len(arguments) == 2 else []
            print(json.dumps(client.call(arguments[0], *params), ensure_ascii=False, indent=1))
        elif command == "seed" and len(arguments) == 1:
            seed(client, int(arguments[0]))
        elif command == "show" and len(arguments) == 1:
            print(json.dumps(show(client, arguments[0]), ensure_ascii=False, indent=1))
        elif command == "set" and len(arguments) >= 2:
            change(client, arguments[0], arguments[1:])
        else:
            print(__doc__.strip(), file=sys.stderr)
            return 2
    except (TrytonError, ValueError) as e:
        print("tryton_rpc: %s" % e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
