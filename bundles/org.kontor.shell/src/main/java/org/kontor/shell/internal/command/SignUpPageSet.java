/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Optional;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.account.PlanChoice;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.signup.NewSignUpPage;
import org.kontor.api.signup.SignUpPage;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:sign-up-page-set} (A13): what is not named stays. */
@Service
@Command(
        scope = "kontor",
        name = "sign-up-page-set",
        description = "Makes the page on which people open accounts at a partner themselves, and switches it on or off")
public final class SignUpPageSet extends SignUpPageCommand {
    @Option(name = "--on", description = "true or false: whether it is there for others; a new one is off")
    @Completion(
            value = StringsCompleter.class,
            values = {"false", "true"})
    private String on;

    @Option(name = "--plan", description = "trial or purchased: what new accounts get; a new page gives a trial")
    @Completion(
            value = StringsCompleter.class,
            values = {"trial", "purchased"})
    private String plan;

    @Option(name = "--quantity", description = "Licences of the plan that is named")
    private Integer quantity;

    @Option(
            name = "--version",
            description = "Refuses when this is not the version any more; without it, what is there now is changed")
    private Long version;

    @Argument(name = "name", description = "Its address ends with it; not needed for a page that is there")
    private String name;

    @Override
    protected void run(CallContext call, Screen screen) {
        Optional<SignUpPage> before = before(call);
        Long is = before.map(SignUpPage::version).orElse(null);
        tell(
                screen,
                desk().signUpPages()
                        .put(
                                call,
                                version == null ? is : version,
                                new NewSignUpPage(
                                        name == null
                                                ? before.map(SignUpPage::name).orElse(null)
                                                : name,
                                        on == null
                                                ? before.map(SignUpPage::on).orElse(false)
                                                : Choices.truth("--on", on),
                                        plan(before))));
    }

    private PlanChoice plan(Optional<SignUpPage> before) {
        if (plan == null && quantity == null) {
            return before.map(SignUpPage::plan).orElse(null);
        }
        return new PlanChoice(
                plan == null
                        ? before.map(page -> page.plan().kind()).orElse(PlanChoice.Kind.TRIAL)
                        : Choices.of(PlanChoice.Kind.class, "--plan", plan),
                quantity);
    }

    private Optional<SignUpPage> before(CallContext call) {
        try {
            return Optional.of(desk().signUpPages().get(call));
        } catch (KontorException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
