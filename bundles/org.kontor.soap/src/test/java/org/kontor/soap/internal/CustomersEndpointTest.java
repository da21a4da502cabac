/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.soap.v1.AccessDeniedFault;
import org.kontor.soap.v1.Address;
import org.kontor.soap.v1.ConflictFault;
import org.kontor.soap.v1.Contact;
import org.kontor.soap.v1.Create;
import org.kontor.soap.v1.Customer;
import org.kontor.soap.v1.CustomerInput;
import org.kontor.soap.v1.CustomersPortType;
import org.kontor.soap.v1.CustomersService;
import org.kontor.soap.v1.Find;
import org.kontor.soap.v1.FindResponse;
import org.kontor.soap.v1.Get;
import org.kontor.soap.v1.InvalidInputFault;
import org.kontor.soap.v1.Location;
import org.kontor.soap.v1.LocationInput;
import org.kontor.soap.v1.LocationInputs;
import org.kontor.soap.v1.NotFoundFault;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** The operations, called through the WSDL that is served, by a client that CXF makes of it. */
@Shows("V2")
public class CustomersEndpointTest {
    private static TestServer server;
    private static CustomersPortType client;

    private Actor before;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer(0);
        client = new CustomersService(URI.create(server.url() + "?wsdl").toURL()).getCustomers();
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Before
    public void clean() {
        server.store.customers.clear();
        server.store.locations.clear();
        server.store.next = null;
        before = server.actor;
    }

    @org.junit.After
    public void signBackIn() {
        server.actor = before;
    }

    @Test
    public void everyFieldGoesInAndComesOut() throws Exception {
        UUID parent = UUID.randomUUID();
        Create create = new Create();
        create.setCustomer(fullCustomer());
        create.setLocations(new LocationInputs());
        create.getLocations().getLocation().add(fullLocation(parent));
        create.getLocations().getLocation().add(new LocationInput());
        Customer created = client.create(create).getCustomer();

        assertEquals(Set.of(CustomerField.values()), fields(server.store.lastCustomer));
        assertEquals(
                Arrays.stream(LocationField.values())
                        .filter(f -> f != LocationField.CUSTOMER)
                        .collect(Collectors.toSet()),
                fields(server.store.lastLocations.get(0)));
        assertTrue(server.store.lastLocations.get(1).isEmpty());
        assertEquals(List.of("Weg 1", "Hof <2>"), server.store.lastCustomer.get(CustomerField.ADDRESS_LINES));
        assertEquals(List.of("a & b", "c"), server.store.lastCustomer.get(CustomerField.TAGS));
        assertEquals(
                new BigDecimal("47.5000000"), server.store.lastLocations.get(0).get(LocationField.LATITUDE));

        assertCustomer(created);
        assertLocation(created.getLocations().getLocation().get(0), created, parent);
        assertEquals("L-2", created.getLocations().getLocation().get(1).getCode());
        assertNull(created.getLocations().getLocation().get(1).getAddress());

        Get get = new Get();
        get.setId(created.getId());
        Customer read = client.get(get).getCustomer();
        assertCustomer(read);
        assertEquals(2, read.getLocations().getLocation().size());
        assertLocation(read.getLocations().getLocation().get(0), created, parent);

        Customer found = client.find(new Find()).getCustomer().get(0);
        assertCustomer(found);
        assertNull(found.getLocations());
    }

    @Test
    public void leftOutIsAbsent() throws Exception {
        Customer created = create("Müller").getCustomer();
        assertEquals(Set.of(CustomerField.NAME), fields(server.store.lastCustomer));
        assertEquals(List.of(), server.store.lastLocations);
        assertNull(created.getAddress());
        assertNull(created.getBillingContact());
        assertNotNull(created.getLocations());
    }

    @Test
    public void theCallerIsTheOneAtTheDoor() throws Exception {
        create("Any");
        assertEquals(server.actor, server.store.lastCaller.actor());
        assertEquals(Source.SOAP, server.store.lastCaller.source());
    }

    @Test
    public void byCode() throws Exception {
        Customer created = create("Any").getCustomer();
        Get get = new Get();
        get.setCode(created.getCode());
        assertEquals(created.getId(), client.get(get).getCustomer().getId());
    }

    @Test
    public void allLocationsOfALargeCustomer() throws Exception {
        Create create = new Create();
        create.setCustomer(named("Large"));
        create.setLocations(new LocationInputs());
        IntStream.range(0, 450).forEach(i -> {
            LocationInput input = new LocationInput();
            input.setCode(String.format("S-%04d", i));
            create.getLocations().getLocation().add(input);
        });
        Get get = new Get();
        get.setId(client.create(create).getCustomer().getId());
        List<Location> locations = client.get(get).getCustomer().getLocations().getLocation();
        assertEquals(450, locations.stream().map(Location::getId).distinct().count());
    }

    @Test
    public void nobodyGetsMoreThanAThousandLocationsAtOnce() throws Exception {
        Create create = new Create();
        create.setCustomer(named("Larger"));
        create.setLocations(new LocationInputs());
        IntStream.range(0, 1001).forEach(i -> {
            LocationInput input = new LocationInput();
            input.setCode(String.format("S-%04d", i));
            create.getLocations().getLocation().add(input);
        });
        Customer created = client.create(create).getCustomer();
        Get get = new Get();
        get.setId(created.getId());
        Customer read = client.get(get).getCustomer();
        assertEquals(1000, read.getLocations().getLocation().size());
        assertEquals("1000", read.getMoreLocations());
    }

    @Test
    public void theSameRequestAgainIsDoneOnce() throws Exception {
        Create create = new Create();
        create.setCustomer(named("Once"));
        create.setRequestId("r-1");
        String first = client.create(create).getCustomer().getId();
        assertEquals(first, client.create(create).getCustomer().getId());
        assertEquals(1, server.store.customers.size());
        create.getCustomer().setName("Twice");
        ConflictFault fault = assertThrows(ConflictFault.class, () -> client.create(create));
        assertEquals("idempotency_conflict", fault.getFaultInfo().getCode());
        create.setRequestId("with space");
        violation("requestId", "with space", () -> client.create(create));
    }

    @Test
    public void findPassesTheQueryOn() throws Exception {
        client.find(new Find());
        assertEquals(RecordQuery.ALL, server.store.lastQuery);

        Find find = new Find();
        find.setText("mül");
        find.setCountry("CH");
        find.setArchived("ANY");
        find.setSort("CHANGED");
        find.setDescending(true);
        find.setLimit(7);
        find.setCursor("3");
        find.setKind("COMPANY");
        find.setRelation("DISTRIBUTOR");
        find.setTag("gold");
        find.setMatch("PART");
        client.find(find);
        assertEquals(
                new RecordQuery(
                        "mül",
                        RecordQuery.Match.PART,
                        Map.of(
                                CustomerField.ADDRESS_COUNTRY,
                                "CH",
                                CustomerField.KIND,
                                "COMPANY",
                                CustomerField.RELATION,
                                "DISTRIBUTOR",
                                CustomerField.TAGS,
                                "gold"),
                        RecordQuery.Archived.ANY,
                        new RecordQuery.Sort(RecordQuery.SortKey.CHANGED, true),
                        7,
                        "3"),
                server.store.lastQuery);
    }

    @Test
    public void findPages() throws Exception {
        for (String name : new String[] {"A", "B", "C"}) {
            create(name);
        }
        Find find = new Find();
        find.setLimit(2);
        FindResponse first = client.find(find);
        assertEquals(
                List.of("A", "B"),
                first.getCustomer().stream().map(Customer::getName).toList());
        find.setCursor(first.getNext());
        FindResponse second = client.find(find);
        assertEquals(
                List.of("C"),
                second.getCustomer().stream().map(Customer::getName).toList());
        assertNull(second.getNext());
    }

    @Test
    public void invalidInputNamesEveryBrokenRule() {
        Create create = new Create();
        create.setCustomer(new CustomerInput());
        create.getCustomer().setAddress(new Address());
        create.getCustomer().getAddress().setCountry("XX");
        create.setLocations(new LocationInputs());
        LocationInput location = new LocationInput();
        location.setName("x".repeat(201));
        create.getLocations().getLocation().add(location);
        InvalidInputFault fault = assertThrows(InvalidInputFault.class, () -> client.create(create));
        assertEquals("invalid_input", fault.getFaultInfo().getCode());
        assertEquals(server.store.lastCaller.correlation(), fault.getFaultInfo().getCorrelation());
        assertEquals(
                List.of(
                        "name required null",
                        "address.country unknown_country XX",
                        "locations[0].name too_long " + "x".repeat(100) + "…"),
                fault.getFaultInfo().getViolation().stream()
                        .map(v -> v.getField() + " " + v.getRule() + " " + v.getValue())
                        .toList());
        assertTrue(server.store.customers.isEmpty());
    }

    @Test
    public void wrongChoicesAndIds() {
        violation("sort", "NAM", () -> {
            Find find = new Find();
            find.setSort("NAM");
            client.find(find);
        });
        violation("archived", "yes", () -> {
            Find find = new Find();
            find.setArchived("yes");
            client.find(find);
        });
        violation("limit", "201", () -> {
            Find find = new Find();
            find.setLimit(201);
            client.find(find);
        });
        violation("id", "1-1-1-1-1", () -> {
            Get get = new Get();
            get.setId("1-1-1-1-1");
            client.get(get);
        });
        violation("id", null, () -> client.get(new Get()));
        violation("id", "x", () -> {
            Get get = new Get();
            get.setId("x");
            get.setCode("y");
            client.get(get);
        });
    }

    private static void violation(String field, String value, org.junit.function.ThrowingRunnable call) {
        InvalidInputFault fault = assertThrows(InvalidInputFault.class, call);
        assertEquals(field, fault.getFaultInfo().getViolation().get(0).getField());
        assertEquals(value, fault.getFaultInfo().getViolation().get(0).getValue());
    }

    @Test
    public void forgedCursor() {
        Find find = new Find();
        find.setCursor("forged");
        InvalidInputFault fault = assertThrows(InvalidInputFault.class, () -> client.find(find));
        assertEquals("invalid_cursor", fault.getFaultInfo().getCode());
    }

    @Test
    public void notFound() {
        Get get = new Get();
        get.setId(UUID.randomUUID().toString());
        NotFoundFault fault = assertThrows(NotFoundFault.class, () -> client.get(get));
        assertEquals("not_found", fault.getFaultInfo().getCode());
    }

    @Test
    public void conflict() throws Exception {
        CustomerInput twice = named("Twice");
        twice.setCode("T-1");
        Create create = new Create();
        create.setCustomer(twice);
        client.create(create);
        ConflictFault fault = assertThrows(ConflictFault.class, () -> client.create(create));
        assertEquals("code_taken", fault.getFaultInfo().getCode());
    }

    @Test
    public void denied() {
        server.actor = new Actor(UUID.randomUUID(), "reader", UUID.randomUUID(), Set.of(Role.READ_ONLY));
        AccessDeniedFault fault = assertThrows(AccessDeniedFault.class, () -> create("No"));
        assertEquals("access_denied", fault.getFaultInfo().getCode());
    }

    @Test
    public void nobody() throws Exception {
        server.actor = null;
        assertEquals("Client unauthenticated: Sign in with HTTP Basic or a bearer token.", plainFault());
    }

    @Test
    public void ourOwnFailureShowsNothingButACorrelation() throws Exception {
        server.store.next = new IllegalStateException("secret of com.example.Secret");
        String fault = plainFault();
        assertEquals(
                "Server internal: Something failed on the server. Ask its operator about "
                        + server.store.lastCaller.correlation() + ".",
                fault);
    }

    @Test
    public void refusalsThatNoTypeIsDeclaredFor() throws Exception {
        server.store.next = new KontorException(ErrorCode.UNAVAILABLE, "The database is not there yet.");
        assertEquals("Server unavailable: The database is not there yet.", plainFault());
        server.store.next = new KontorException(ErrorCode.NOT_FOUND, "Gone.");
        assertEquals("Client not_found: Gone.", plainFault());
    }

    @Test
    public void whatXmlCannotCarryIsReplaced() throws Exception {
        server.store.next = new KontorException(ErrorCode.UNAVAILABLE, "bell \u0007 and \uFFFF");
        assertEquals("Server unavailable: bell \uFFFD and \uFFFD", plainFault());
    }

    /** Code and text of the fault that a find is answered with. */
    private static String plainFault() throws Exception {
        HttpResponse<String> answer = Raw.post(server.url(), Raw.envelope("<find v1/>"));
        assertEquals(500, answer.statusCode());
        assertNull(answer.body(), Raw.text(Raw.parse(answer.body()), "detail"));
        return Raw.text(Raw.parse(answer.body()), "faultcode").replaceAll("^.*:", "") + " "
                + Raw.text(Raw.parse(answer.body()), "faultstring");
    }

    @Test
    public void encodings() throws Exception {
        String body = "<create v1><customer><name>Zürich</name></customer></create>";
        String[][] ways = {
            {"text/xml", "", "UTF-8"},
            {"text/xml", "<?xml version='1.0' encoding='UTF-8'?>", "UTF-8"},
            {"text/xml", "<?xml version='1.0' encoding='UTF-16'?>", "UTF-16"},
            {"text/xml", "<?xml version='1.0' encoding='ISO-8859-1'?>", "ISO-8859-1"},
            {"text/xml; charset=\"utf-8\"", "", "UTF-8"},
            {"text/xml;charset=ISO-8859-1", "", "ISO-8859-1"},
            {"text/xml;charset=utf-16", "", "UTF-16"},
        };
        for (String[] way : ways) {
            HttpResponse<String> answer =
                    Raw.post(server.url(), way[0], (way[1] + Raw.envelope(body)).getBytes(way[2]));
            assertEquals(String.join(" ", way), "Zürich", Raw.text(Raw.parse(answer.body()), "name"));
        }
    }

    @Test
    public void goneAfterClose() throws Exception {
        try (TestServer other = new TestServer(0)) {
            HttpResponse<String> there = Raw.post(other.url(), Raw.envelope("<find v1/>"));
            assertEquals(200, there.statusCode());
            other.unpublish();
            assertEquals(404, Raw.post(other.url(), Raw.envelope("<find v1/>")).statusCode());
            assertEquals(404, Raw.send("GET", other.url() + "?wsdl").statusCode());
        }
    }

    private static org.kontor.soap.v1.CreateResponse create(String name) throws Exception {
        Create create = new Create();
        create.setCustomer(named(name));
        return client.create(create);
    }

    private static CustomerInput named(String name) {
        CustomerInput input = new CustomerInput();
        input.setName(name);
        return input;
    }

    private static Set<Field> fields(FieldValues values) {
        return StreamSupport.stream(values.fields().spliterator(), false).collect(Collectors.toSet());
    }

    private static CustomerInput fullCustomer() {
        CustomerInput input = named("Müller & Söhne 北京 😀");
        input.setCode("M-1");
        input.setKind("COMPANY");
        input.setRelation("DISTRIBUTOR");
        input.setTaxId("CHE-1");
        input.setEmail("a@example.com");
        input.setPhone("+41 1");
        input.setWebAddress("https://example.com/?a=1&b=2");
        input.setLanguage("de-CH");
        input.setCurrency("CHF");
        input.setAddress(address("Weg 1", "Hof <2>"));
        input.setBillingContact(new Contact());
        input.getBillingContact().setName("Anna");
        input.getBillingContact().setEmail("b@example.com");
        input.getBillingContact().setPhone("+41 2");
        input.setBillingAddress(address("Postfach"));
        input.getTag().addAll(List.of("a & b", "c"));
        return input;
    }

    private static LocationInput fullLocation(UUID parent) {
        LocationInput input = new LocationInput();
        input.setCode("L-1");
        input.setParentId(parent.toString());
        input.setName("Werk");
        input.setType("PLANT");
        input.setStatus("ACTIVE");
        input.setAddress(address("Feld 3"));
        input.setTimeZone("Europe/Zurich");
        input.setLatitude(new BigDecimal("47.5000000"));
        input.setLongitude(new BigDecimal("-0.0000001"));
        input.getTag().add("site");
        return input;
    }

    private static Address address(String... lines) {
        Address address = new Address();
        address.getLine().addAll(List.of(lines));
        address.setPostalCode("8001");
        address.setCity("Zürich");
        address.setRegion("CH-ZH");
        address.setCountry("CH");
        return address;
    }

    private static void assertAddress(Address address, String... lines) {
        assertEquals(List.of(lines), address.getLine());
        assertEquals("8001", address.getPostalCode());
        assertEquals("Zürich", address.getCity());
        assertEquals("CH-ZH", address.getRegion());
        assertEquals("CH", address.getCountry());
    }

    private static void assertCustomer(Customer customer) {
        var stored = server.store.customers.get(0);
        assertEquals(stored.id().toString(), customer.getId());
        assertEquals("M-1", customer.getCode());
        assertEquals("Müller & Söhne 北京 😀", customer.getName());
        assertEquals("COMPANY", customer.getKind());
        assertEquals("DISTRIBUTOR", customer.getRelation());
        assertEquals("CHE-1", customer.getTaxId());
        assertEquals("a@example.com", customer.getEmail());
        assertEquals("+41 1", customer.getPhone());
        assertEquals("https://example.com/?a=1&b=2", customer.getWebAddress());
        assertEquals("de-CH", customer.getLanguage());
        assertEquals("CHF", customer.getCurrency());
        assertAddress(customer.getAddress(), "Weg 1", "Hof <2>");
        assertEquals("Anna", customer.getBillingContact().getName());
        assertEquals("b@example.com", customer.getBillingContact().getEmail());
        assertEquals("+41 2", customer.getBillingContact().getPhone());
        assertAddress(customer.getBillingAddress(), "Postfach");
        assertEquals(List.of("a & b", "c"), customer.getTag());
        assertEquals("tryton", customer.getCrossReference().get(0).getConnection());
        assertEquals("party,7", customer.getCrossReference().get(0).getExternalId());
        assertFalse(customer.isArchived());
        assertEquals(1, customer.getVersion());
        assertEquals(
                stored.header().created().at(),
                customer.getCreated()
                        .getAt()
                        .toGregorianCalendar()
                        .toInstant()
                        .plusNanos(stored.header().created().at().getNano() % 1_000_000));
        assertEquals("soap-tester", customer.getCreated().getBy());
        assertEquals("SOAP", customer.getChanged().getThrough());
    }

    private static void assertLocation(Location location, Customer owner, UUID parent) {
        assertEquals(server.store.locations.get(0).id().toString(), location.getId());
        assertEquals("L-1", location.getCode());
        assertEquals(owner.getId(), location.getCustomerId());
        assertEquals(parent.toString(), location.getParentId());
        assertEquals("Werk", location.getName());
        assertEquals("PLANT", location.getType());
        assertEquals("ACTIVE", location.getStatus());
        assertAddress(location.getAddress(), "Feld 3");
        assertEquals("Europe/Zurich", location.getTimeZone());
        assertEquals(new BigDecimal("47.5000000"), location.getLatitude());
        assertEquals(new BigDecimal("-0.0000001"), location.getLongitude());
        assertEquals(List.of("site"), location.getTag());
        assertEquals("party,7", location.getCrossReference().get(0).getExternalId());
        assertFalse(location.isArchived());
        assertEquals(1, location.getVersion());
        assertEquals("SOAP", location.getCreated().getThrough());
        assertEquals("soap-tester", location.getChanged().getBy());
    }
}
