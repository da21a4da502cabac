/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:brand-logo-download} (P2). */
@Service
@Command(scope = "kontor", name = "brand-logo-download", description = "Writes the logo of a partner to disk")
public final class BrandLogoDownload extends BrandCommand {
    @Option(name = "--force", description = "Writes over a file that is there")
    private boolean force;

    @Argument(name = "file", description = "Where to write it, on the machine that Kontor runs on", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run(CallContext call, Screen screen) {
        byte[] bytes = desk().brands().logo(call);
        Path whole = ServerFile.toWrite("file", file, force);
        try {
            ServerFile.write(whole, force, out -> {
                out.write(bytes);
                return null;
            });
        } catch (IOException e) {
            throw ServerFile.notWritable("file", file);
        }
        tell(screen, desk().brands().get(call), bytes.length + " bytes written to " + whole + ".");
    }
}
