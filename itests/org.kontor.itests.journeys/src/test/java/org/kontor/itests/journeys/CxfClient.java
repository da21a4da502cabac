/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.math.BigDecimal;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.ws.BindingProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.itests.client.soap.Address;
import org.kontor.itests.client.soap.AddressChange;
import org.kontor.itests.client.soap.BulkResult;
import org.kontor.itests.client.soap.BulkRow;
import org.kontor.itests.client.soap.BulkRows;
import org.kontor.itests.client.soap.ConflictFault;
import org.kontor.itests.client.soap.Customer;
import org.kontor.itests.client.soap.CustomerChange;
import org.kontor.itests.client.soap.CustomerInput;
import org.kontor.itests.client.soap.CustomerPage;
import org.kontor.itests.client.soap.CustomerQuery;
import org.kontor.itests.client.soap.InvalidInput;
import org.kontor.itests.client.soap.InvalidInputFault;
import org.kontor.itests.client.soap.Lines;
import org.kontor.itests.client.soap.Location;
import org.kontor.itests.client.soap.LocationChange;
import org.kontor.itests.client.soap.LocationInput;
import org.kontor.itests.client.soap.LocationInputs;
import org.kontor.itests.client.soap.LocationQuery;
import org.kontor.itests.client.soap.NotFoundFault;
import org.kontor.itests.client.soap.ObjectFactory;
import org.kontor.itests.client.soap.RecordKey;
import org.kontor.itests.client.soap.RecordsPortType;
import org.kontor.itests.client.soap.RecordsService;
import org.kontor.itests.client.soap.Tags;
import org.kontor.itests.client.soap.Violation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

/** Walks through records v1 as the programs of itests/clients do, with the client that CXF made of the WSDL. */
final class CxfClient {
    private static final ObjectFactory NEW = new ObjectFactory();

    private final RecordsPortType records;
    private final String word = Unique.word("Cxf");

    /** @param soap "1.1" or "1.2" */
    CxfClient(Api api, String soap) throws Exception {
        RecordsService service =
                new RecordsService(new URL("http://localhost:" + api.port() + "/kontor/soap/v1/records?wsdl"));
        records = soap.equals("1.2") ? service.getRecordsSoap12() : service.getRecords();
        Map<String, Object> context = ((BindingProvider) records).getRequestContext();
        context.put(BindingProvider.USERNAME_PROPERTY, api.user());
        context.put(BindingProvider.PASSWORD_PROPERTY, api.password());
    }

    /** What it saw, in the words of the other programs. */
    JsonNode walk() throws Exception {
        Customer created = createsOnce();
        reads(created);
        List<String> found = new ArrayList<>();
        int pages = pages(found);
        Customer changed = changes(created);
        CustomerChange late = NEW.createCustomerChange();
        late.setName(NEW.createCustomerChangeName("Too late"));
        ConflictFault stale = assertThrows(
                ConflictFault.class, () -> records.updateCustomer(created.getId(), created.getVersion(), late, null));
        Customer archived = records.archiveCustomer(created.getId(), changed.getVersion());
        List<String> outcomes = bulk();
        InvalidInput invalid = assertThrows(
                        InvalidInputFault.class, () -> records.createCustomer(customer("x", "x", "XX"), null, null))
                .getFaultInfo();
        NotFoundFault missing = assertThrows(NotFoundFault.class, () -> records.getCustomer(null, word + "-none"));
        assertEquals("not_found", missing.getFaultInfo().getCode());
        String lead = new CxfAccounts(records, word).walk();
        return new ObjectMapper()
                .valueToTree(Map.of(
                        "created", created.getCode(),
                        "id", created.getId(),
                        "found", found,
                        "pages", pages,
                        "archived", archived.isArchived(),
                        "stale", stale.getFaultInfo().getCode(),
                        "bulk", outcomes,
                        "lead", lead,
                        "fault",
                                Map.of(
                                        "code", invalid.getCode(),
                                        "field", violation(invalid).getField(),
                                        "rule", violation(invalid).getRule(),
                                        "value", violation(invalid).getValue())));
    }

    private static Violation violation(InvalidInput invalid) {
        return invalid.getViolations().getViolation().get(0);
    }

    private Customer createsOnce() throws Exception {
        CustomerInput customer = customer(word + "-1", word + " Müller & Söhne <AG>", "CH");
        customer.setPhone("+41 44 123 45 67");
        Lines lines = NEW.createLines();
        lines.getLine().addAll(List.of("Bahnhofstrasse 1", "Hinterhaus"));
        customer.getAddress().setLines(lines);
        customer.setTags(tags("gold"));
        LocationInputs locations = NEW.createLocationInputs();
        locations.getLocation().add(location("-L1", "Werk Nord", "47.4111"));
        locations.getLocation().add(location("-L2", "Lager Süd", null));
        Customer created = records.createCustomer(customer, locations, word + "-create");
        assertEquals(customer.getName(), created.getName());
        assertEquals(lines.getLine(), created.getAddress().getLines().getLine());
        assertEquals(2, created.getLocations().getLocation().size());
        assertEquals(
                "again",
                created.getId(),
                records.createCustomer(customer, locations, word + "-create").getId());
        customer.setName("Another");
        assertEquals(
                "idempotency_conflict",
                assertThrows(ConflictFault.class, () -> records.createCustomer(customer, locations, word + "-create"))
                        .getFaultInfo()
                        .getCode());
        return created;
    }

    private void reads(Customer created) throws Exception {
        Customer read = records.getCustomer(null, word + "-1");
        assertEquals(created.getId(), read.getId());
        List<Location> locations = read.getLocations().getLocation();
        assertEquals(
                new BigDecimal("47.4111"),
                locations.get(0).getLatitude().getValue().stripTrailingZeros());
        assertNull("no latitude", locations.get(1).getLatitude());
        assertEquals(word + "-L2", records.getLocation(null, word + "-L2").getCode());
        LocationQuery query = NEW.createLocationQuery();
        query.setCustomer(created.getId());
        query.setSort("CODE");
        assertEquals(
                List.of(word + "-L1", word + "-L2"),
                records.findLocations(query).getLocations().getLocation().stream()
                        .map(Location::getCode)
                        .toList());
    }

    private int pages(List<String> found) throws Exception {
        records.createCustomer(customer(word + "-2", word + " Zweig 2", null), null, null);
        records.createCustomer(customer(word + "-3", word + " Zweig 3", null), null, null);
        CustomerQuery query = NEW.createCustomerQuery();
        query.setText(word);
        query.setSort("CODE");
        query.setLimit(NEW.createCustomerQueryLimit(2));
        int pages = 0;
        do {
            CustomerPage page = records.findCustomers(query);
            page.getCustomers().getCustomer().forEach(one -> found.add(one.getCode()));
            query.setCursor(page.getNext());
            pages++;
        } while (query.getCursor() != null && pages < 10);
        return pages;
    }

    /** One field anew, another cleared; what is left out stays. */
    private Customer changes(Customer created) throws Exception {
        AddressChange address = NEW.createAddressChange();
        address.setCity(NEW.createAddressChangeCity("Bern"));
        CustomerChange change = NEW.createCustomerChange();
        change.setEmail(NEW.createCustomerChangeEmail("office@example.com"));
        change.setPhone(NEW.createCustomerChangePhone(null));
        change.setAddress(NEW.createCustomerChangeAddress(address));
        Customer changed = records.updateCustomer(created.getId(), created.getVersion(), change, null);
        assertEquals("office@example.com", changed.getEmail());
        assertNull("cleared", changed.getPhone());
        assertEquals("Bern", changed.getAddress().getCity());
        assertEquals("the country stays", "CH", changed.getAddress().getCountry());
        assertEquals("tags stay", List.of("gold"), changed.getTags().getTag());
        return changed;
    }

    private List<String> bulk() throws Exception {
        BulkRow bad = row("-5", "Fünf");
        AddressChange address = NEW.createAddressChange();
        address.setCountry(NEW.createAddressChangeCountry("XX"));
        bad.getCustomer().setAddress(NEW.createCustomerChangeAddress(address));
        BulkRow site = NEW.createBulkRow();
        LocationChange location = NEW.createLocationChange();
        location.setCode(NEW.createLocationChangeCode(word + "-L4"));
        location.setName(NEW.createLocationChangeName("Werk Vier"));
        site.setLocation(location);
        RecordKey owner = NEW.createRecordKey();
        owner.setCode(word + "-4");
        site.setOfCustomer(owner);
        BulkRows rows = NEW.createBulkRows();
        rows.getRow().addAll(List.of(row("-4", "Vier"), bad, site));
        List<BulkResult> results = records.bulkUpsert(rows, null).getResult();
        assertEquals(
                "address.country",
                results.get(1).getViolations().getViolation().get(0).getField());
        return results.stream().map(BulkResult::getOutcome).toList();
    }

    private BulkRow row(String code, String name) {
        CustomerChange customer = NEW.createCustomerChange();
        customer.setCode(NEW.createCustomerChangeCode(word + code));
        customer.setName(NEW.createCustomerChangeName(word + " " + name));
        BulkRow row = NEW.createBulkRow();
        row.setCustomer(customer);
        return row;
    }

    private static CustomerInput customer(String code, String name, String country) {
        CustomerInput customer = NEW.createCustomerInput();
        customer.setCode(code);
        customer.setName(name);
        Address address = NEW.createAddress();
        address.setCity("Zürich");
        address.setCountry(country);
        customer.setAddress(address);
        return customer;
    }

    private LocationInput location(String code, String name, String latitude) {
        LocationInput location = NEW.createLocationInput();
        location.setCode(word + code);
        location.setName(name);
        if (latitude != null) {
            location.setLatitude(NEW.createLocationInputLatitude(new BigDecimal(latitude)));
        }
        return location;
    }

    private static Tags tags(String... words) {
        Tags tags = NEW.createTags();
        tags.getTag().addAll(List.of(words));
        return tags;
    }
}
