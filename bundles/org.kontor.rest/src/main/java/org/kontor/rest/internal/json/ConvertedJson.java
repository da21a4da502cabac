/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.account.Conversion;
import org.kontor.api.account.Conversion.Invitee;
import org.kontor.api.account.Converted;
import org.kontor.api.error.KontorException;

/** What the conversion of a lead makes, as JSON. */
@Schema(name = "Converted")
public record ConvertedJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "False for a review: nothing of it was kept.")
                boolean stored,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "As it is afterwards: CONVERTED, and linked.")
                AccountJson lead,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The new one.") AccountJson account,
        @Schema(description = "The lab that comes with a partner; missing for others.") AccountJson lab,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "How many content items are copied.") int copied,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Who enters the account, and no others.")
                List<OpeningJson.Member> members,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What is mailed to whom.")
                List<OpeningJson.Mail> mails) {
    private static final String COLLEAGUES = "colleagues";
    private static final String INVITED = "invited";
    private static final String KINDS = "contentKinds";

    /** As it is described; the body is read by {@link #read}. */
    @Schema(name = "Conversion")
    public record Wanted(
            @Schema(
                            description =
                                    "Logins of people of the account above the lead, who become administrators of the new one.",
                            example = "[\"paula@example.com\"]")
                    List<String> colleagues,
            @Schema(description = "Who is invited to be one. At least one of both.") List<InviteeJson> invited,
            @Schema(
                            description = "Kinds of content items that are copied; nothing of others is.",
                            example = "[\"PROGRAM\"]")
                    List<String> contentKinds) {}

    /** As it is described; the body is read by {@link #read}. */
    @Schema(name = "Invitee")
    public record InviteeJson(
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200) String name,
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 254, format = "email") String email,
            @Schema(allowableValues = {"en", "fr"}) String language,
            @Schema(description = "Whether the invitation waits until somebody sends it.") boolean later) {}

    public static ConvertedJson of(Converted converted) {
        return new ConvertedJson(
                converted.stored(),
                AccountJson.of(converted.lead()),
                AccountJson.of(converted.account()),
                converted.lab() == null ? null : AccountJson.of(converted.lab()),
                converted.copied(),
                OpeningJson.members(converted.members()),
                OpeningJson.mails(converted.mails()));
    }

    /** @throws KontorException {@code malformed_body}, {@code invalid_input} */
    public static Conversion read(InputStream body) {
        Input input = Input.read(body, COLLEAGUES, INVITED, KINDS);
        List<Invitee> invited = input.has(INVITED) && !input.get(INVITED).isEmpty()
                ? input.objects(INVITED, Conversion.MAX, "name", "email", "language", "later").stream()
                        .map(Supplier::get)
                        .map(one -> new Invitee(
                                one.text("name"), one.text("email"), one.text("language"), one.isTrue("later")))
                        .toList()
                : List.of();
        return new Conversion(
                new HashSet<>(input.texts(COLLEAGUES, Conversion.MAX)),
                invited,
                new HashSet<>(input.texts(KINDS, Conversion.MAX)));
    }
}
