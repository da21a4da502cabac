/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.CamelContext;

import org.kontor.api.sync.ConnectionStatus;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.CheckFailedException;
import org.kontor.camel.CheckStep;
import org.kontor.camel.Connection;
import org.kontor.camel.Connector;
import org.kontor.camel.SettingException;

/**
 * What is tried of one connection: first what Kontor itself knows, then what its connector does.
 *
 * @param connector null when there is none
 */
record CheckPlan(ConnectionRunner runner, Connector connector, Synchronisation synchronisation) {
    String name() {
        return runner.name();
    }

    Secrets secrets() {
        return Secrets.of(runner.configuration());
    }

    List<CheckStep> steps(CamelContext scratch) {
        List<CheckStep> steps = new ArrayList<>();
        steps.add(CheckStep.needed(
                "configuration",
                "Mend etc/org.kontor.connection-" + name()
                        + ".cfg, or the route file; or install the connector's feature.",
                this::configuration));
        List<CheckStep> own = List.of();
        SettingException wrong = null;
        if (connector != null) {
            try {
                own = connector.check(
                        new Connection(
                                name(), runner.settings(), SilentMonitor.INSTANCE, synchronisation, runner.callsAnew()),
                        scratch);
            } catch (SettingException e) {
                wrong = e;
            }
        }
        SettingException broken = wrong;
        steps.add(CheckStep.needed(
                "settings",
                "Mend the setting in etc/org.kontor.connection-" + name()
                        + ".cfg; it counts as soon as the file is saved.",
                () -> {
                    if (broken != null) {
                        throw broken;
                    }
                    return runner.configuration().size() + " settings";
                }));
        steps.addAll(own);
        return steps;
    }

    private String configuration() {
        ConnectionStatus status = runner.status().show();
        if (connector == null) {
            throw new CheckFailedException(
                    status.message() == null
                            ? "There is no connector '" + runner.kind() + "' for it."
                            : status.message());
        }
        String state = "connector " + connector.kind() + ", " + (runner.isEnabled() ? "" : "enabled = false, ")
                + "state " + status.state();
        return status.message() == null ? state : state + ": " + status.message();
    }
}
