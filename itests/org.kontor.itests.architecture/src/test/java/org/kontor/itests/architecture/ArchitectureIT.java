/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Test;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import org.kontor.testing.Shows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** The arrows between our bundles point to the API, and what must stay in one bundle is seen by no other. */
public class ArchitectureIT {
    /** Bundle, or a group of them that ends in {@code *} → which of ours it may see. Nobody may see core or persistence. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("org.kontor.api", List.of()),
            Map.entry("org.kontor.spi", List.of("org.kontor.api")),
            Map.entry("org.kontor.core", List.of("org.kontor.api", "org.kontor.spi")),
            Map.entry("org.kontor.persistence", List.of("org.kontor.api", "org.kontor.spi")),
            Map.entry("org.kontor.sync", List.of("org.kontor.api", "org.kontor.spi")),
            Map.entry("org.kontor.mapping", List.of("org.kontor.api")),
            Map.entry("org.kontor.tabular", List.of("org.kontor.api")),
            Map.entry("org.kontor.imports", List.of("org.kontor.api", "org.kontor.spi", "org.kontor.tabular")),
            Map.entry("org.kontor.camel", List.of("org.kontor.api", "org.kontor.spi")),
            Map.entry("org.kontor.http", List.of("org.kontor.api")),
            Map.entry("org.kontor.monitor", List.of("org.kontor.api", "org.kontor.spi", "org.kontor.http")),
            Map.entry("org.kontor.dns", List.of("org.kontor.spi")),
            Map.entry("org.kontor.mail", List.of("org.kontor.api", "org.kontor.spi")),
            Map.entry("org.kontor.pages", List.of("org.kontor.api", "org.kontor.http", "org.kontor.mail")),
            Map.entry("org.kontor.alerts", List.of("org.kontor.api", "org.kontor.spi", "org.kontor.mail")),
            Map.entry("org.kontor.security", List.of("org.kontor.api")),
            Map.entry("org.kontor.rest", List.of("org.kontor.api", "org.kontor.http", "org.kontor.tabular")),
            Map.entry("org.kontor.soap", List.of("org.kontor.api", "org.kontor.http")),
            Map.entry("org.kontor.shell", List.of("org.kontor.api", "org.kontor.tabular")),
            Map.entry(
                    "org.kontor.route.*",
                    List.of("org.kontor.api", "org.kontor.spi", "org.kontor.camel", "org.kontor.mapping")),
            Map.entry("org.kontor.thirdparty.*", List.of()));

    private static final String[] STORAGE = {
        "javax.persistence..", "org.eclipse.persistence..", "java.sql..", "javax.sql..", "liquibase.."
    };
    private static final String[] EDGES = {
        "javax.persistence..",
        "javax.servlet..",
        "javax.ws..",
        "javax.xml.bind..",
        "javax.xml.ws..",
        "jakarta..",
        "org.apache.camel..",
        "org.apache.cxf.."
    };

    private static final List<OurBundle> BUNDLES = OurBundle.all();
    private static final Map<OurBundle, JavaClasses> CLASSES = load();

    private static Map<OurBundle, JavaClasses> load() {
        Map<OurBundle, JavaClasses> classes = new LinkedHashMap<>();
        BUNDLES.stream()
                .filter(bundle -> !bundle.isThirdParty())
                .forEach(bundle -> classes.put(bundle, bundle.classes()));
        return classes;
    }

    @Test
    public void everyBundleHasItsArrowsAndItsClassesWereRead() {
        BUNDLES.forEach(ArchitectureIT::allowed);
        CLASSES.forEach((bundle, classes) -> assertTrue("No classes in " + bundle, classes.size() > 0));
    }

    @Test
    public void arrowsPointToTheApi() {
        Set<String> wrong = new TreeSet<>();
        crossings((from, to, dependency) -> {
            if (!allowed(from).contains(to.name())) {
                wrong.add(from + " must not see " + to + ": " + dependency.getDescription());
            }
        });
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    @Shows("V4")
    public void onlyExportedPackagesAreUsedByOthers() {
        Set<String> wrong = new TreeSet<>();
        crossings((from, to, dependency) -> {
            String used = dependency.getTargetClass().getPackageName();
            if (!to.packages("Export-Package").containsKey(used)) {
                wrong.add(used + " is not exported: " + dependency.getDescription());
            }
        });
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    @Shows("V4")
    public void theApiNeedsTheJdkOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.kontor.api..", "java..", "org.osgi.annotation..")
                .check(of("org.kontor.api"));
    }

    /** The rules and the engine do not know how they are reached or stored; so the move to jakarta is not theirs. */
    @Test
    public void theInnerBundlesSeeNoEdge() {
        for (String name : List.of(
                "org.kontor.api",
                "org.kontor.spi",
                "org.kontor.core",
                "org.kontor.sync",
                "org.kontor.mapping",
                "org.kontor.tabular",
                "org.kontor.imports")) {
            noClasses().should().dependOnClassesThat().resideInAnyPackage(EDGES).check(of(name));
        }
    }

    /** Without an EntityManager or a connection nobody can write past the unit of work. */
    @Test
    @Shows("U1")
    public void onlyPersistenceSeesTheDatabase() {
        for (OurBundle bundle : CLASSES.keySet()) {
            if (!bundle.name().equals("org.kontor.persistence")) {
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(STORAGE)
                        .check(CLASSES.get(bundle));
            }
        }
    }

    @Test
    public void jakartaIsSeenByNobody() {
        CLASSES.values().forEach(classes -> noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..")
                .check(classes));
    }

    private static JavaClasses of(String name) {
        return CLASSES.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> allowed(OurBundle bundle) {
        String group = bundle.name().substring(0, bundle.name().lastIndexOf('.')) + ".*";
        List<String> allowed = ARROWS.getOrDefault(bundle.name(), ARROWS.get(group));
        if (allowed == null) {
            throw new AssertionError(bundle + " is new: say here which of our bundles it may see");
        }
        return allowed;
    }

    private interface Crossing {
        void see(OurBundle from, OurBundle to, Dependency dependency);
    }

    /** Every dependency of a class of ours on one of ours in another bundle. */
    private static void crossings(Crossing crossing) {
        List<String> homeless = new ArrayList<>();
        CLASSES.forEach((from, classes) -> {
            for (JavaClass type : classes) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (!target.startsWith("org.kontor.") || from.owns(target)) {
                        continue;
                    }
                    BUNDLES.stream()
                            .filter(bundle -> bundle.owns(target))
                            .findFirst()
                            .ifPresentOrElse(
                                    to -> crossing.see(from, to, dependency),
                                    () -> homeless.add(dependency.getDescription()));
                }
            }
        });
        assertEquals("Packages of no bundle", List.of(), homeless);
    }
}
