/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.lang.reflect.Method;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;

import org.kontor.http.Door;

/** Tells the door which operation is called, for example {@code Customers.list}, before any check refuses the call. */
final class NotesOperation implements ContainerRequestFilter {
    @Context
    private ResourceInfo operation; // a proxy for the current request

    @Context
    private HttpServletRequest request; // a proxy, too

    @Override
    public void filter(ContainerRequestContext call) {
        Method method = operation.getResourceMethod();
        String resource = method.getDeclaringClass().getSimpleName().replace("Resource", "");
        Door.calls(request, resource + "." + method.getName());
    }
}
