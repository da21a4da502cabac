/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import org.kontor.itests.client.ApiClient;
import org.kontor.itests.client.ApiException;
import org.kontor.itests.client.ApiResponse;
import org.kontor.itests.client.api.CustomersApi;
import org.kontor.itests.client.api.LocationsApi;
import org.kontor.itests.client.api.MeApi;
import org.kontor.itests.client.api.SynchronisationApi;
import org.kontor.itests.client.model.Address;
import org.kontor.itests.client.model.AddressPatch;
import org.kontor.itests.client.model.AuditAction;
import org.kontor.itests.client.model.AuditEntry;
import org.kontor.itests.client.model.Contact;
import org.kontor.itests.client.model.Customer;
import org.kontor.itests.client.model.CustomerInput;
import org.kontor.itests.client.model.CustomerKind;
import org.kontor.itests.client.model.CustomerPage;
import org.kontor.itests.client.model.CustomerPatch;
import org.kontor.itests.client.model.Location;
import org.kontor.itests.client.model.LocationInput;
import org.kontor.itests.client.model.LocationPatch;
import org.kontor.itests.client.model.LocationType;
import org.kontor.itests.client.model.Problem;
import org.kontor.itests.client.model.Role;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** The client that OpenAPI Generator makes of openapi.json, as its user writes it: typed from end to end. */
@Shows("V1")
public class GeneratedClientIT {
    private ApiClient client;
    private CustomersApi customers;
    private LocationsApi locations;

    @Before
    public void start() throws Exception {
        Api api = Shared.H2.get().api();
        client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + api.port() + "/kontor/api/v1");
        client.setRequestInterceptor(request -> request.setHeader("Authorization", api.basic()));
        customers = new CustomersApi(client);
        locations = new LocationsApi(client);
    }

    @Test
    public void aCustomerGoesRound() throws Exception {
        Instant before = Instant.now().minusSeconds(5);
        ApiResponse<Customer> answer = customers.createCustomerWithHttpInfo(
                new CustomerInput()
                        .name("Muster & Söhne")
                        .kind(CustomerKind.COMPANY)
                        .email("info@muster.example")
                        .address(new Address()
                                .addLinesItem("Marktgasse 1")
                                .city("Bern")
                                .country("CH"))
                        .billingContact(new Contact().name("Erika Muster"))
                        .tags(List.of("alpine")),
                null);
        assertEquals(201, answer.getStatusCode());
        Customer made = answer.getData();
        assertEquals(List.of("\"1\""), answer.getHeaders().get("etag"));
        assertEquals(Long.valueOf(1), made.getVersion());
        assertEquals(CustomerKind.COMPANY, made.getKind());
        OffsetDateTime at = made.getCreated().getAt();
        assertTrue(at.toString(), at.toInstant().isAfter(before));
        assertEquals(made, customers.getCustomer(made.getId(), null, null));

        Customer changed = customers.updateCustomer(
                made.getId(),
                "\"1\"",
                new CustomerPatch()
                        .name("Muster")
                        .email(null)
                        .address(new AddressPatch().city("Basel"))
                        .billingContact(null));
        assertEquals("Muster", changed.getName());
        assertNull(changed.getEmail());
        assertNull(changed.getBillingContact());
        assertEquals("Basel", changed.getAddress().getCity());
        assertEquals("what is absent stays", "CH", changed.getAddress().getCountry());
        assertEquals(List.of("alpine"), changed.getTags());

        assertTrue(customers.archiveCustomer(made.getId(), "\"2\"").getArchived());
        assertFalse(customers.unarchiveCustomer(made.getId(), null).getArchived());
        List<AuditEntry> audit =
                customers.listCustomerAudit(made.getId(), 10, null).getItems();
        assertEquals(
                List.of(AuditAction.UNARCHIVE, AuditAction.ARCHIVE, AuditAction.UPDATE, AuditAction.CREATE),
                audit.stream().map(AuditEntry::getAction).toList());
    }

    @Test
    public void listsAreReadPageByPage() throws Exception {
        String word = Unique.word("page");
        for (int i = 0; i < 5; i++) {
            customers.createCustomer(new CustomerInput().name(word + " " + i), null);
        }
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            CustomerPage page = customers.listCustomers(
                    word, null, null, null, null, null, null, "false", "-name", null, 2, cursor);
            page.getItems().forEach(customer -> names.add(customer.getName()));
            cursor = page.getNext();
        } while (cursor != null);
        assertEquals(List.of(word + " 4", word + " 3", word + " 2", word + " 1", word + " 0"), names);
    }

    @Test
    public void aLocationGoesRound() throws Exception {
        UUID customer = customers
                .createCustomer(new CustomerInput().name("With a site"), null)
                .getId();
        Location made = locations.createLocation(
                new LocationInput()
                        .customerId(customer)
                        .name("Plant")
                        .type(LocationType.PLANT)
                        .latitude(new BigDecimal("46.948"))
                        .timeZone("Europe/Zurich"),
                null);
        assertEquals(made, locations.getLocation(made.getId(), null, null));
        Location changed = locations.updateLocation(made.getId(), "\"1\"", new LocationPatch().latitude(null));
        assertNull(changed.getLatitude());
        assertEquals("Europe/Zurich", changed.getTimeZone());
        assertEquals(
                List.of(changed),
                locations
                        .listLocations(
                                null, null, customer, null, null, null, null, null, null, null, null, null, null, null)
                        .getItems());
    }

    @Test
    public void refusalsAreTyped() throws Exception {
        Customer made = customers.createCustomer(new CustomerInput().name("Refused"), null);
        Problem invalid = refused(
                400,
                () -> customers.createCustomer(
                        new CustomerInput().name("X").address(new Address().country("XX")), null));
        assertEquals("invalid_input", invalid.getCode());
        assertEquals("address.country", invalid.getViolations().get(0).getField());
        assertEquals("unknown_country", invalid.getViolations().get(0).getRule());
        assertEquals(
                "stale_version",
                refused(412, () -> customers.updateCustomer(made.getId(), "\"9\"", new CustomerPatch().name("Y")))
                        .getCode());
        assertEquals(
                "code_taken",
                refused(
                                409,
                                () -> customers.createCustomer(
                                        new CustomerInput().name("Z").code(made.getCode()), null))
                        .getCode());
        assertEquals(
                "not_found",
                refused(404, () -> customers.getCustomer(new UUID(1, 1), null, null))
                        .getCode());
        client.setRequestInterceptor(null);
        assertEquals(
                "unauthenticated",
                refused(401, () -> new CustomersApi(client).getCustomer(made.getId(), null, null))
                        .getCode());
    }

    @Test
    public void theOtherListsAreReadToo() throws Exception {
        assertTrue(new MeApi(client).getMe().getRoles().contains(Role.PLATFORM_OPERATOR));
        SynchronisationApi synchronisation = new SynchronisationApi(client);
        synchronisation.listConnections();
        synchronisation.listRuns(null, 200, null).getItems().forEach(run -> {
            try {
                assertEquals(run.getId(), synchronisation.getRun(run.getId()).getId());
                synchronisation.listRunItems(run.getId(), null, 200, null);
            } catch (ApiException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Problem refused(int status, ThrowingRunnable call) throws Exception {
        ApiException refusal = assertThrows(ApiException.class, call);
        assertEquals(refusal.getMessage(), status, refusal.getCode());
        return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }
}
