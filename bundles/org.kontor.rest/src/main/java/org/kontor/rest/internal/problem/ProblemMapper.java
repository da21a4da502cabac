/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.problem;

import java.util.List;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.http.Door;

/** Every exception becomes a problem document; what is not the caller's doing shows a correlation id and nothing else. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Context
    private HttpServletRequest request; // a proxy for the current request

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof KontorException refusal) {
            return problem(refusal.code(), refusal.getMessage(), refusal.violations());
        }
        if (failure instanceof WebApplicationException refused) {
            return refused(refused.getResponse());
        }
        LOG.error("REST call failed, correlation {}", Door.correlation(request), failure);
        return problem(
                ErrorCode.INTERNAL, "Something went wrong here; the correlation id helps to find it.", List.of());
    }

    /** What JAX-RS says itself; it answers OPTIONS so, too. */
    private Response refused(Response answer) {
        int status = answer.getStatus();
        if (status < 400) {
            return answer;
        }
        Response problem = problem(Statuses.of(status), message(status), List.of());
        String allowed = answer.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private static String message(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "The method is not offered at this path.";
            case 406 -> "Answers are application/json; those of exports application/x-ndjson or text/csv.";
            case 415 -> "The body must be application/json, or application/merge-patch+json for PATCH.";
            default -> "The request cannot be understood.";
        };
    }

    private Response problem(ErrorCode code, String detail, List<Violation> violations) {
        Problem problem = Problem.of(code, detail, Door.correlation(request), violations);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (code == ErrorCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, Door.QUIET_CHALLENGE);
        }
        return response.build();
    }
}
