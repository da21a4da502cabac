/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.NodeList;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;

/** A bundle of the reactor, as it was built. */
record OurBundle(String name, Path jar, Manifest manifest) {
    private static final Path ROOT = Path.of(System.getProperty("kontor.root"));
    private static final List<String> GROUPS = List.of("bundles", "camel-routes");

    /** All that the POMs name, so that none is forgotten. */
    static List<OurBundle> all() {
        List<OurBundle> bundles = new ArrayList<>();
        for (String group : GROUPS) {
            for (String module : modules(ROOT.resolve(group))) {
                bundles.add(read(module, ROOT.resolve(group).resolve(module)));
            }
        }
        return bundles;
    }

    private static List<String> modules(Path group) {
        try {
            NodeList nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(group.resolve("pom.xml").toFile())
                    .getElementsByTagName("module");
            List<String> modules = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                modules.add(nodes.item(i).getTextContent().strip());
            }
            return modules;
        } catch (Exception e) {
            throw new IllegalStateException(group + " has no POM that can be read", e);
        }
    }

    private static OurBundle read(String module, Path folder) {
        Path jar = folder.resolve("target").resolve(module + "-" + System.getProperty("kontor.version") + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn verify makes it");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return new OurBundle(module, jar, file.getManifest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bundles of libraries made by us: their packages are those of the libraries. */
    boolean isThirdParty() {
        return name.startsWith("org.kontor.thirdparty.");
    }

    /** Whether it carries a library that nobody else is to see, with its licence. */
    boolean embeds() {
        try (JarFile file = new JarFile(jar.toFile())) {
            return !isThirdParty()
                    && file.stream().anyMatch(entry -> entry.getName().startsWith("META-INF/embedded/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaClasses classes() {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new ClassFileImporter().importJar(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean owns(String packageName) {
        return packageName.equals(name) || packageName.startsWith(name + ".");
    }

    String header(String header) {
        return manifest.getMainAttributes().getValue(header);
    }

    /** Name → attributes. */
    Parameters packages(String header) {
        return OSGiHeader.parseHeader(header(header));
    }

    @Override
    public String toString() {
        return name;
    }
}
