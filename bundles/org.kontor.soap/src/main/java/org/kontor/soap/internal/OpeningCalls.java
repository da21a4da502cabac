/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.UUID;

import org.kontor.api.account.Conversion;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Openings;
import org.kontor.soap.records.v1.AccessDeniedFault;
import org.kontor.soap.records.v1.ConflictFault;
import org.kontor.soap.records.v1.ConvertLead;
import org.kontor.soap.records.v1.ConvertLeadResponse;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.NotFoundFault;
import org.kontor.soap.records.v1.OpenAccount;
import org.kontor.soap.records.v1.OpenAccountResponse;

import static org.kontor.soap.internal.Nillable.given;

/** The operations of records v1 that make an account with all that belongs to it. Thread-safe. */
final class OpeningCalls {
    private final Openings openings;
    private final Conversions conversions;

    OpeningCalls(Openings openings, Conversions conversions) {
        this.openings = openings;
        this.conversions = conversions;
    }

    OpenAccountResponse open(OpenAccount request) throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.create(caller -> {
            NewAccount wanted = OpeningMapping.of(request);
            OpenAccountResponse response = new OpenAccountResponse();
            response.setOpenAccountResult(OpeningMapping.toSoap(
                    Boolean.TRUE.equals(given(request.getDryRun()))
                            ? openings.review(caller, wanted)
                            : openings.open(
                                    OpeningMapping.digest(wanted).named(caller, given(request.getRequestId())),
                                    wanted)));
            return response;
        });
    }

    ConvertLeadResponse convert(ConvertLead request)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return RecordsCalls.change(caller -> {
            UUID lead = RecordIds.parse("id", request.getId());
            Conversion wanted = ConversionMapping.of(request);
            ConvertLeadResponse response = new ConvertLeadResponse();
            response.setConvertLeadResult(ConversionMapping.toSoap(
                    Boolean.TRUE.equals(given(request.getDryRun()))
                            ? conversions.review(caller, lead, wanted)
                            : conversions.convert(caller, lead, wanted)));
            return response;
        });
    }
}
