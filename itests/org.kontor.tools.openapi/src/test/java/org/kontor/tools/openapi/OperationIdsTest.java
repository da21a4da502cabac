/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import org.junit.Test;

import io.swagger.v3.oas.models.PathItem.HttpMethod;

import static org.junit.Assert.assertEquals;

public class OperationIdsTest {
    private static void named(String expected, HttpMethod method, String path, String javaMethod) {
        assertEquals(expected, OperationIds.of(path, method, javaMethod));
    }

    @Test
    public void operationsAreNamedAfterWhatTheyDoToWhat() {
        named("listCustomers", HttpMethod.GET, "/customers", "list_2");
        named("createCustomer", HttpMethod.POST, "/customers", "create");
        named("getCustomer", HttpMethod.GET, "/customers/{id}", "get_12");
        named("archiveCustomer", HttpMethod.POST, "/customers/{id}/archive", "archive");
        named("listCustomerAudit", HttpMethod.GET, "/customers/{id}/audit", "audit");
        named("listCustomerLocations", HttpMethod.GET, "/customers/{id}/locations", "locations");
        named("lookupCustomers", HttpMethod.GET, "/customers/lookup", "lookup");
        named("bulkCustomers", HttpMethod.POST, "/customers:bulk", "bulk_1");
        named("getMe", HttpMethod.GET, "/me", "get");
    }

    @Test
    public void aNameThatSaysItAllIsKept() {
        named("changePassword", HttpMethod.PUT, "/me/password", "changePassword");
        named("previewFile", HttpMethod.POST, "/files", "previewFile_1");
    }
}
