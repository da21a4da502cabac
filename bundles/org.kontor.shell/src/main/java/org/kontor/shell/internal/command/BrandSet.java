/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.HashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.brand.BrandParts;
import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:brand-set} (P2): what is not named stays. */
@Service
@Command(
        scope = "kontor",
        name = "brand-set",
        description =
                "Sets how mails and pages about a partner's accounts look; an empty value (--name \"\") takes that"
                        + " of above")
public final class BrandSet extends BrandCommand {
    @Option(name = "--name", description = "What the partner is called")
    private String name;

    @Option(name = "--colour", description = "Of buttons, like 1f5fa8; with a # only in quotes")
    private String colour;

    @Option(name = "--text-en", description = "A line at the end, in English")
    private String english;

    @Option(name = "--text-fr", description = "The same in French")
    private String french;

    @Option(
            name = "--version",
            description = "Refuses when this is not the version any more; without it, what is there now is changed")
    private Long version;

    @Override
    protected void run(CallContext call, Screen screen) {
        AccountBrand before = own(call).orElse(null);
        Map<String, String> texts = new HashMap<>(before == null ? Map.of() : before.texts());
        put(texts, "en", english);
        put(texts, "fr", french);
        AccountBrand after = desk().brands()
                .put(
                        call,
                        version == null && before != null ? Long.valueOf(before.version()) : version,
                        new BrandParts(
                                name == null && before != null ? before.name() : name,
                                colour == null && before != null ? before.colour() : typedColour(),
                                texts));
        tell(screen, after, "Brand set, version " + after.version() + ". Its logo: kontor:brand-logo FILE");
    }

    /** The shell takes what stands behind a # for a comment. */
    private String typedColour() {
        return colour != null && colour.matches("[0-9a-fA-F]{6}") ? "#" + colour : colour;
    }

    private static void put(Map<String, String> texts, String language, String text) {
        if (text != null) {
            texts.put(language, text);
        }
    }
}
