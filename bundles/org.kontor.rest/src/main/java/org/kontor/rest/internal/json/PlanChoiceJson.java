/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.account.PlanChoice;
import org.kontor.api.error.KontorException;

/** What an account is to get of licences, as JSON. */
@Schema(name = "PlanChoice")
public record PlanChoiceJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "TRIAL") PlanChoice.Kind kind,
        @Schema(
                        minimum = "1",
                        maximum = "1000000",
                        description =
                                "Licences; 5 for a trial of which it is not said, without it a purchase is pay per use.",
                        example = "5")
                Integer quantity) {
    private static final String KIND = "kind";
    private static final String QUANTITY = "quantity";

    public static PlanChoiceJson of(PlanChoice choice) {
        return choice == null ? null : new PlanChoiceJson(choice.kind(), choice.quantity());
    }

    /** Of an object with its members; that the kind is missing is told by who chooses. */
    public static PlanChoice read(Input input) {
        return new PlanChoice(
                input.choice(PlanChoice.Kind.class, KIND), input.number(QUANTITY, PlanChoice.MAX_QUANTITY));
    }

    public static String[] names() {
        return new String[] {KIND, QUANTITY};
    }

    /** For an account without one. */
    public static KontorException none() {
        return new KontorException(org.kontor.api.error.ErrorCode.NOT_FOUND, "No plan was chosen for this account.");
    }
}
