/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.CheckedStep;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-check}: what works of a connection and what does not, step by step (S16). */
@Service
@Command(
        scope = "kontor",
        name = "connection-check",
        description = "Tries a connection step by step and says what to do; nothing is stored")
public final class ConnectionCheck extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<CheckedStep> steps = desk().connectionDesk().check(call, name(), step -> {
            if (!json()) {
                print(screen, step);
            }
        });
        long failed = steps.stream()
                .filter(step -> step.state() == CheckedStep.StepState.FAILED)
                .count();
        if (json()) {
            Json.print(screen.out(), Map.of("ok", failed == 0, "steps", steps));
        } else if (failed == 0) {
            screen.say("All steps are well.");
        } else {
            throw new KontorException(ErrorCode.UNAVAILABLE, Texts.count(failed, "step") + " failed.");
        }
    }

    private static void print(Screen screen, CheckedStep step) {
        String message = Texts.of(step.message());
        switch (step.state()) {
            case OK -> screen.say("ok       " + step.step() + ": " + message + " (" + step.millis() + " ms)");
            case SKIPPED -> screen.say("skipped  " + step.step());
            case FAILED -> {
                screen.say("FAILED   " + step.step() + ": " + message);
                screen.say("         " + step.advice());
            }
        }
    }
}
