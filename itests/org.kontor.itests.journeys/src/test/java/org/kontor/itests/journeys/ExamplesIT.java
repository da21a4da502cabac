/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.testing.Needed;
import org.kontor.testing.Shows;

/** What docs/api.md and docs/soap.md show is what happens. */
public class ExamplesIT {
    private static final Path DOCS = Path.of(System.getProperty("kontor.docs"));

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    @Shows("V1")
    public void byRest() throws Exception {
        Needed.on("curl and jq", "sh", "-c", "curl --version && jq --version");
        run("sh", "set -euo pipefail\n", "echo; echo '%s'", "bash");
    }

    @Test
    @Shows("V2")
    public void bySoap() throws Exception {
        Needed.on("PHP with its soap extension", "php", "-r", "exit(class_exists('SoapClient') ? 0 : 1);");
        String strict = "<?php\nset_error_handler(fn($number, $text) => throw new ErrorException($text));\n";
        run("php", strict, "echo \"%s\\n\";", "php", "-d", "soap.wsdl_cache_enabled=0");
    }

    private void run(String language, String before, String marker, String... command) throws Exception {
        Api api = Shared.H2.get().api();
        new Examples(DOCS, api).run(language, before, marker, folder.getRoot().toPath(), api, command);
    }
}
