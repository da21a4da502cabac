/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:brand-logo} (P2). */
@Service
@Command(
        scope = "kontor",
        name = "brand-logo",
        description = "Sets the logo of a partner: a PNG, JPEG or plain SVG of at most 200 kB")
public final class BrandLogo extends BrandCommand {
    @Option(
            name = "--version",
            description = "Refuses when this is not the version any more; without it, what is there now is changed")
    private Long version;

    @Argument(name = "file", description = "A file on the machine that Kontor runs on", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        // who may not set it is not to learn of files
        call.requireDeclarer();
        Path path = ServerFile.toRead(file);
        try (InputStream bytes = open(path)) {
            AccountBrand after = desk().brands().putLogo(call, version(call, version), bytes);
            tell(
                    screen,
                    after,
                    "Logo set: " + after.logo().mediaType() + ", "
                            + after.logo().size() + " bytes, version " + after.version() + ".");
        }
    }

    private InputStream open(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw ServerFile.notReadable(file);
        }
    }
}
