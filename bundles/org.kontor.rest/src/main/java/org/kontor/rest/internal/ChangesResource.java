/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.kontor.api.call.Source;
import org.kontor.api.feed.Change;
import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.rest.internal.json.Pages.ChangePage;

/** The change feed (U2). Thread-safe. */
@Path("changes")
@Tag(name = "changes")
@Produces(MediaType.APPLICATION_JSON)
public final class ChangesResource {
    private final ChangeFeed feed;

    public ChangesResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @QueryNames({"after", "limit"})
    @Operation(
            summary = "List what changed, in the order in which it was committed",
            description =
                    "Keep next and give it as after: nothing is missed and nothing comes twice, also after a restart"
                            + " of either side. Ask again after a while when nothing is new.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "after",
                        description = "The next of the answer before; missing: from the beginning.",
                        schema = @Schema(type = "string", maxLength = 2000)),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "limit",
                        description = "1 to 1,000; 50 when missing.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "50"))
            })
    public ChangePage list(@Context HttpServletRequest request, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri);
        Page<Change> page = feed.resume(Door.caller(request, Source.REST), parameters.raw("after"), parameters.limit());
        return new ChangePage(page.items(), page.next());
    }
}
