/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.features;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;

import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

/** An empty Karaf on free ports, which knows the repository of the distribution, but has nothing of it installed. */
final class PlainKaraf {
    static final String PASSWORD = "only for these tests 1";

    private static final long TIMEOUT = 300_000;

    private PlainKaraf() {}

    static Option[] options() {
        String mvn = "etc/org.ops4j.pax.url.mvn.cfg";
        String http = freePort();
        String management = "etc/org.apache.karaf.management.cfg";
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("kontor.karaf"))
                                .toURI()
                                .toString())
                        .karafVersion(System.getProperty("kontor.karaf.version"))
                        .name("Apache Karaf")
                        .unpackDirectory(new File(System.getProperty("kontor.work")))
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole(),
                doNotModifyLogConfiguration(),
                systemTimeout(TIMEOUT),
                environment("KONTOR_ADMIN_PASSWORD=" + PASSWORD),
                // Nothing comes from the network: what is not in these folders is missing in the distribution, too.
                editConfigurationFilePut(
                        mvn,
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "file:${karaf.home}/${karaf.default.repository}@id=system@snapshots,file:"
                                + System.getProperty("kontor.repository") + "@id=kontor@snapshots"),
                editConfigurationFilePut(mvn, "org.ops4j.pax.url.mvn.repositories", ""),
                editConfigurationFilePut(
                        mvn, "org.ops4j.pax.url.mvn.localRepository", System.getProperty("kontor.local.repository")),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", http),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
                editConfigurationFilePut(management, "rmiRegistryPort", freePort()),
                editConfigurationFilePut(management, "rmiServerPort", freePort()),
                systemProperty("kontor.version").value(System.getProperty("kontor.version")),
                systemProperty("kontor.cxf.version").value(System.getProperty("kontor.cxf.version")),
                systemProperty("kontor.itests.other").value(System.getProperty("kontor.itests.other")),
                systemProperty(FeatureInKaraf.PORT).value(http)));
        java17(System.getProperty("kontor.karaf.version")).forEach(option -> options.add(new VMOption(option)));
        return options.toArray(Option[]::new);
    }

    /** What bin/karaf gives to a JVM of this version. */
    private static List<String> java17(String karaf) {
        return List.of(
                "-Xmx512m",
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                "--patch-module",
                "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                "-classpath",
                "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
