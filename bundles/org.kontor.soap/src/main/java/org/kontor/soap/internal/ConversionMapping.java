/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;
import java.util.Set;

import org.kontor.api.account.Conversion;
import org.kontor.api.account.Converted;
import org.kontor.soap.records.v1.ContentKinds;
import org.kontor.soap.records.v1.ConvertLead;
import org.kontor.soap.records.v1.Invitee;
import org.kontor.soap.records.v1.Invitees;
import org.kontor.soap.records.v1.Logins;

import static org.kontor.soap.internal.Nillable.given;

/** Between the conversions of records v1 and those of the services. Stateless. */
final class ConversionMapping {
    private ConversionMapping() {}

    static Conversion of(ConvertLead request) {
        Logins colleagues = given(request.getColleagues());
        Invitees invited = given(request.getInvited());
        ContentKinds kinds = given(request.getContentKinds());
        return new Conversion(
                colleagues == null ? Set.of() : Set.copyOf(colleagues.getLogin()),
                invited == null
                        ? List.of()
                        : invited.getInvitee().stream()
                                .map(ConversionMapping::of)
                                .toList(),
                kinds == null ? Set.of() : Set.copyOf(kinds.getKind()));
    }

    private static Conversion.Invitee of(Invitee invitee) {
        return new Conversion.Invitee(
                invitee.getName(),
                invitee.getEmail(),
                invitee.getLanguage(),
                Boolean.TRUE.equals(given(invitee.getLater())));
    }

    static org.kontor.soap.records.v1.Converted toSoap(Converted converted) {
        org.kontor.soap.records.v1.Converted soap = new org.kontor.soap.records.v1.Converted();
        soap.setStored(converted.stored());
        soap.setLead(StoredRecords.toSoap(converted.lead()));
        soap.setAccount(StoredRecords.toSoap(converted.account()));
        soap.setLab(converted.lab() == null ? null : StoredRecords.toSoap(converted.lab()));
        soap.setCopied(converted.copied());
        soap.setMembers(OpeningMapping.members(converted.members()));
        soap.setMails(OpeningMapping.mails(converted.mails()));
        return soap;
    }
}
