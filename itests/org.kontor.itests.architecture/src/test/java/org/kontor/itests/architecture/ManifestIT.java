/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.tngtech.archunit.core.domain.JavaClass;

import aQute.bnd.header.OSGiHeader;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** What the manifest of every bundle promises to Karaf. */
@RunWith(Parameterized.class)
public class ManifestIT {
    @Parameters(name = "{0}")
    public static List<OurBundle> bundles() {
        return OurBundle.all();
    }

    @Parameter
    public OurBundle bundle;

    @Test
    public void theNameIsThatOfTheFolderAndOfAllPackages() {
        assertEquals(
                List.of(bundle.name()),
                List.copyOf(OSGiHeader.parseHeader(bundle.header("Bundle-SymbolicName"))
                        .keySet()));
        if (!bundle.isThirdParty()) {
            List<String> strangers = bundle.classes().stream()
                    .map(JavaClass::getPackageName)
                    .distinct()
                    .filter(name -> !bundle.owns(name))
                    // of a library that it keeps to itself
                    .filter(name -> !bundle.embeds() || name.startsWith("org.kontor"))
                    .toList();
            assertEquals(List.of(), strangers);
        }
    }

    @Test
    @Shows("V4")
    public void exportsHaveVersionsAndNoneIsInternal() {
        bundle.packages("Export-Package").forEach((name, attributes) -> {
            String version = attributes.getVersion();
            boolean settled = version != null && (bundle.isThirdParty() || !version.startsWith("0"));
            assertTrue(name + " has the version " + version, settled);
            if (!bundle.isThirdParty()) {
                assertTrue(
                        name, bundle.owns(name) && !List.of(name.split("\\.")).contains("internal"));
            }
        });
    }

    @Test
    public void importsAreExactAndNeededAndGivenByOneBundle() {
        assertNull(bundle.header("DynamicImport-Package"));
        assertNull(bundle.header("Require-Bundle"));
        Map<String, List<OurBundle>> givers = new HashMap<>();
        for (OurBundle other : bundles()) {
            other.packages("Export-Package").keySet().forEach(name -> givers.computeIfAbsent(
                            name, key -> new ArrayList<>())
                    .add(other));
        }
        bundle.packages("Import-Package").forEach((name, attributes) -> {
            if (name.startsWith("org.kontor.")) {
                assertNull(name + " is optional", attributes.get("resolution:"));
                assertTrue(name + " has no range", attributes.getVersion() != null);
                assertEquals(name, 1, givers.getOrDefault(name, List.of()).size());
            }
        });
    }
}
