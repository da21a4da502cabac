// Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
//
// Walks through records v1 with a proxy that Mono's svcutil made of the WSDL, as it was made, and prints what it saw as
// one line of JSON. KONTOR_URL is the address of the service, for example http://localhost:8181/kontor/soap/v1/records;
// KONTOR_USER and KONTOR_PASSWORD sign in. Exit code 1 when anything is not as it should be. The script run beside it
// makes the proxy, compiles and runs.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using System.ServiceModel;
using System.ServiceModel.Description;
using kontor.records.v1;

[DataContract(Name = "ConflictFault", Namespace = "urn:kontor:records:v1")]
class ConflictFault
{
    [DataMember(Order = 0)] public string code;
    [DataMember(Order = 1)] public string message;
    [DataMember(Order = 2)] public string correlation;
}

[DataContract(Name = "NotFoundFault", Namespace = "urn:kontor:records:v1")]
class NotFoundFault
{
    [DataMember(Order = 0)] public string code;
    [DataMember(Order = 1)] public string message;
    [DataMember(Order = 2)] public string correlation;
}

[DataContract(Name = "AccessDeniedFault", Namespace = "urn:kontor:records:v1")]
class AccessDeniedFault
{
    [DataMember(Order = 0)] public string code;
    [DataMember(Order = 1)] public string message;
    [DataMember(Order = 2)] public string correlation;
}

[DataContract(Name = "InvalidInputFault", Namespace = "urn:kontor:records:v1")]
class InvalidInputFault
{
    [DataMember(Order = 0)] public string code;
    [DataMember(Order = 1)] public string message;
    [DataMember(Order = 2)] public string correlation;
    [DataMember(Order = 3)] public Violations violations;
}

static class Records
{
    static void Same(string what, object expected, object seen)
    {
        if (!Equals(expected, seen))
        {
            Console.Error.WriteLine("{0}: expected {1}, saw {2}", what, expected ?? "nothing", seen ?? "nothing");
            Environment.Exit(1);
        }
    }

    // svcutil leaves the faults of the WSDL out, and Mono reads no detail that it has no type for: tell it of them
    static void Declare(RecordsPortTypeClient client)
    {
        foreach (var operation in client.Endpoint.Contract.Operations)
        {
            foreach (var type in new[] { typeof (InvalidInputFault), typeof (NotFoundFault), typeof (ConflictFault), typeof (AccessDeniedFault) })
            {
                operation.Faults.Add(new FaultDescription("urn:kontor:records:v1:" + type.Name) { Name = type.Name, DetailType = type });
            }
        }
    }

    static T Fault<T>(Action call)
    {
        try
        {
            call();
        }
        catch (FaultException<T> refused)
        {
            return refused.Detail;
        }
        Same("a fault", true, false);
        return default (T);
    }

    static string Quoted(IEnumerable<string> texts)
    {
        return "[" + string.Join(",", texts.Select(text => "\"" + text + "\"")) + "]";
    }

    static void Main()
    {
        var binding = new BasicHttpBinding();
        binding.Security.Mode = BasicHttpSecurityMode.TransportCredentialOnly;
        binding.Security.Transport.ClientCredentialType = HttpClientCredentialType.Basic;
        var client = new RecordsPortTypeClient(
            binding, new EndpointAddress(Environment.GetEnvironmentVariable("KONTOR_URL")));
        client.ClientCredentials.UserName.UserName = Environment.GetEnvironmentVariable("KONTOR_USER");
        client.ClientCredentials.UserName.Password = Environment.GetEnvironmentVariable("KONTOR_PASSWORD");
        Declare(client);
        var word = "Mono" + Guid.NewGuid().ToString("N").Substring(0, 10);

        // create a customer with two locations, once
        var customer = new CustomerInput
        {
            code = word + "-1",
            name = word + " Müller & Söhne <AG>",
            phone = "+41 44 123 45 67",
            address = new Address { lines = new Lines { "Bahnhofstrasse 1", "Hinterhaus" }, city = "Zürich", country = "CH" },
            tags = new Tags { "gold" },
        };
        var locations = new LocationInputs
        {
            new LocationInput { code = word + "-L1", name = "Werk Nord", type = "PLANT", latitude = 47.4111m },
            new LocationInput { code = word + "-L2", name = "Lager Süd", type = "WAREHOUSE" },
        };
        var created = client.createCustomer(customer, locations, word + "-create");
        Same("name", customer.name, created.name);
        Same("lines", "Bahnhofstrasse 1|Hinterhaus", string.Join("|", created.address.lines));
        Same("locations", 2, created.locations.Count);
        Same("again", created.id, client.createCustomer(customer, locations, word + "-create").id);
        customer.name = "Another";
        Same("another under the same name", "idempotency_conflict",
            Fault<ConflictFault>(() => client.createCustomer(customer, locations, word + "-create")).code);

        // read
        var read = client.getCustomer(null, word + "-1");
        Same("by code", created.id, read.id);
        Same("latitude", 47.4111m, read.locations[0].latitude);
        Same("no latitude", null, read.locations[1].latitude);
        Same("location", word + "-L2", client.getLocation(null, word + "-L2").code);

        // page, two at a time
        foreach (var i in new[] { 2, 3 })
        {
            client.createCustomer(new CustomerInput { code = word + "-" + i, name = word + " Zweig " + i }, null, null);
        }
        var found = new List<string>();
        var pages = 0;
        var query = new CustomerQuery { text = word, sort = "CODE", limit = 2 };
        do
        {
            var page = client.findCustomers(query);
            found.AddRange(page.customers.Select(one => one.code));
            query.cursor = page.next;
            pages++;
        } while (query.cursor != null && pages < 10);
        Same("found", word + "-1," + word + "-2," + word + "-3", string.Join(",", found));
        var sites = client.findLocations(new LocationQuery { customer = created.id, sort = "CODE" }).locations;
        Same("sites", word + "-L1," + word + "-L2", string.Join(",", sites.Select(site => site.code)));

        // change a field, clear another; .NET sends nil for all that is null, so name what is meant
        var changed = client.updateCustomer(created.id, read.version,
            new CustomerChange { email = "office@example.com", phone = null, address = new AddressChange { city = "Bern" } },
            new FieldNames { "email", "phone", "address.city" });
        Same("changed", "office@example.com", changed.email);
        Same("cleared", null, changed.phone);
        Same("city", "Bern", changed.address.city);
        Same("country stays", "CH", changed.address.country);
        Same("tags stay", "gold", string.Join(",", changed.tags));
        var stale = Fault<ConflictFault>(() => client.updateCustomer(created.id, read.version,
            new CustomerChange { name = "Too late" }, new FieldNames { "name" })).code;
        Same("stale", "stale_version", stale);

        // archive
        var archived = client.archiveCustomer(created.id, changed.version);
        Same("archived", true, archived.archived);

        // bulk with one bad row
        var results = client.bulkUpsert(new BulkRows
        {
            new BulkRow
            {
                customer = new CustomerChange { code = word + "-4", name = word + " Vier" },
                only = new FieldNames { "code", "name" },
            },
            new BulkRow
            {
                customer = new CustomerChange { code = word + "-5", name = word + " Fünf", address = new AddressChange { country = "XX" } },
                only = new FieldNames { "code", "name", "address" },
            },
            new BulkRow
            {
                location = new LocationChange { code = word + "-L4", name = "Werk Vier" },
                only = new FieldNames { "code", "name" },
                ofCustomer = new RecordKey { code = word + "-4" },
            },
        }, null);
        var outcomes = results.Select(result => result.outcome).ToArray();
        Same("outcomes", "CREATED,REFUSED,CREATED", string.Join(",", outcomes));
        Same("bad row", "address.country", results[1].violations[0].field);

        // a fault
        var invalid = Fault<InvalidInputFault>(() => client.createCustomer(
            new CustomerInput { name = "x", address = new Address { country = "XX" } }, null, null));
        Same("missing", "not_found", Fault<NotFoundFault>(() => client.getCustomer(null, word + "-none")).code);

        // open an account with all that belongs to it, reviewed before
        var branch = new CustomerInput { name = word + " Filiale" };
        var account = new AccountInput { name = word + " Konto", type = "CUSTOMER" };
        var both = new FirstAdministrators { who = "BOTH", name = "Paula", email = word + "-p@example.com", later = true };
        var trial = new PlanChoice { kind = "TRIAL" };
        Same("review", false, client.openAccount(null, branch, account, trial, both, true, null).stored);
        var opened = client.openAccount(null, branch, account, trial, both, null, word + "-open");
        Same("stored", true, opened.stored);
        Same("plan", 5, opened.plan.quantity);
        Same("members", 2, opened.members.Count);
        Same("mails", 1, opened.mails.Count);
        Same("opened again", opened.account.id,
            client.openAccount(null, branch, account, trial, both, null, word + "-open").account.id);

        // a lead: create, change a field, clear another, convert
        var lead = client.createAccount(
            new AccountInput { name = word + " Lead", type = "CUSTOMER", stage = "LEAD", customerId = opened.customer.id }, null);
        Same("stage", "LEAD", lead.stage);
        var marked = client.updateAccount(lead.id, lead.version, new AccountChange { sandbox = true },
            new FieldNames { "sandbox", "responsible" });
        Same("sandbox", true, marked.sandbox);
        Same("nobody responsible", null, marked.responsible);
        Same("name stays", word + " Lead", marked.name);
        var leads = client.findAccounts(new AccountQuery { text = word, stage = "LEAD", sandbox = true }).accounts;
        Same("leads", lead.id, string.Join(",", leads.Select(one => one.id)));
        var converted = client.convertLead(lead.id, null,
            new Invitees { new Invitee { name = "Rita", email = word + "-r@example.com", later = true } }, null, null);
        Same("converted", "CONVERTED", converted.lead.stage);
        Same("linked", converted.account.id, converted.lead.convertedTo);

        // members of the account at home
        var invitation = client.inviteMember(new MemberInvitation
        {
            name = "Bill", email = word + "-b@example.com", roles = new Roles { "BILLING" }, later = true,
        });
        Same("invited", "WAITING", invitation.state);
        var bill = client.findMembers(new MemberQuery { text = word + "-b@" }).members;
        Same("members", "BILLING", string.Join(",", bill.SelectMany(one => one.roles)));
        var reader = client.updateMember(bill[0].id, bill[0].version,
            new MemberChange { roles = new Roles { "READ_ONLY" } });
        Same("other roles", "READ_ONLY", string.Join(",", reader.roles));
        Same("name stays", "Bill", reader.name);
        Same("shut out", true, client.disableMember(reader.id, null).disabled);
        Same("let in again", false, client.enableMember(reader.id, null).disabled);
        Same("nowhere else", "last_membership",
            Fault<InvalidInputFault>(() => client.removeMember(invitation.person, null)).violations[0].rule);

        Console.WriteLine("{{\"client\":\"Mono {0}\",\"created\":\"{1}\",\"id\":\"{2}\",\"found\":{3},\"pages\":{4},"
            + "\"archived\":true,\"stale\":\"{5}\",\"bulk\":{6},\"lead\":\"{11}\","
            + "\"fault\":{{\"code\":\"{7}\",\"field\":\"{8}\",\"rule\":\"{9}\",\"value\":\"{10}\"}}}}",
            Environment.Version, created.code, created.id, Quoted(found), pages, stale, Quoted(outcomes),
            invalid.code, invalid.violations[0].field, invalid.violations[0].rule, invalid.violations[0].value,
            lead.id);
    }
}
