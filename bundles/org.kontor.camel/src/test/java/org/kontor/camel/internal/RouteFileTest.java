/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.Connection;
import org.kontor.camel.Settings;
import org.kontor.camel.component.Claims;
import org.kontor.camel.component.HookListeners;
import org.kontor.camel.component.KontorComponent;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** What a route file may hold, and what is told of a wrong one. */
@Shows("S2")
public class RouteFileTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.getRoot().toPath().resolve(name), text);
    }

    /** What is told of a file; empty when it starts. */
    private String trouble(String name, String text) throws Exception {
        Path path = write(name, text);
        RouteFile file;
        try {
            file = RouteFile.read(path);
        } catch (RouteTextException e) {
            return e.getMessage();
        }
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            Synchronisation none = (Synchronisation) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Synchronisation.class}, (self, method, given) -> null);
            StoredFeed feed = new StoredFeed(null, null, null, null);
            context.addComponent(
                    "kontor",
                    new KontorComponent("orders", none, feed, new Claims(), new HookListeners(() -> true), null));
            context.setAutoStartup(false);
            context.addRoutes(file.routes(new Connection("orders", new Settings(Map.of()), null, none)));
            context.start();
            assertFalse(context.getRoutes().isEmpty());
            return "";
        } catch (Exception | StackOverflowError e) {
            return file.explain(e, context);
        } finally {
            context.stop();
        }
    }

    private void assertTold(String told, String... parts) {
        for (String part : parts) {
            assertTrue(told, told.contains(part));
        }
    }

    @Test
    public void properFilesStart() throws Exception {
        write("good.properties", "to = log:out\nevery = 1h");
        assertEquals(
                "",
                trouble(
                        "good.yaml",
                        """
                        - route:
                            id: changed-customers
                            from:
                              uri: kontor:changes?types=customer&delay={{every:1s}}
                              steps:
                                - filter:
                                    simple: "${body} != null"
                                    steps:
                                      - marshal:
                                          json: {}
                                      - to: "{{to}}"
                        """));
        assertEquals(
                "",
                trouble(
                        "good.xml",
                        """
                        <routes>
                          <route id="order">
                            <from uri="kontor:hook/order"/>
                            <unmarshal><json/></unmarshal>
                            <marshal><csv/></marshal>
                            <to uri="{{to}}"/>
                          </route>
                        </routes>
                        """));
        assertEquals("", trouble("short.yml", "- from:\n    uri: timer:tick\n    steps:\n      - to: log:tick\n"));
    }

    @Test
    public void aWrongFileSaysWhere() throws Exception {
        assertTold(trouble("a.yaml", "- route:\n    from:\n      uri: [\n"), "line 4", "YAML");
        assertTold(
                trouble("b.yaml", "- from:\n    uri: timer:tick\n    steps:\n      - tow: log:tick\n"),
                "b.yaml, line 4, column ",
                "tow");
        assertTold(
                trouble("c.yaml", "- from:\n    uri: timer:tick\n    steps:\n      - to: nothing:tick\n"),
                "line 4",
                "nothing");
        assertTold(
                trouble("d.yaml", "- from:\n    uri: kontor:changes?batch=many\n    steps:\n      - to: log:x\n"),
                "line 1: ",
                "'batch' must be");
        assertTold(
                trouble("e.yaml", "- from:\n    uri: timer:tick\n    steps:\n      - to: \"{{missing}}\"\n"),
                "missing");
        assertTold(trouble("f.xml", "<routes>\n  <route>\n</routes>\n"), "line 3, column", "XML");
        assertTold(
                trouble(
                        "g.xml",
                        "<routes>\n  <route>\n    <from uri=\"timer:x\"/>\n    <tow uri=\"log:x\"/>\n  </route>\n</routes>\n"),
                "g.xml, line 4, column",
                "tow");
        assertTold(
                trouble(
                        "h.xml",
                        "<routes>\n  <route>\n    <from uri=\"timer:x\"/>\n    <to uri=\"nothing:x\"/>\n  </route>\n</routes>\n"),
                "line 4",
                "nothing");
    }

    @Test
    public void whatGrowsBeyondMeasureIsNotRead() throws Exception {
        assertTold(
                trouble("dtd.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<routes>&b;</routes>"),
                "DTD");
        assertTold(trouble("alias.yaml", "- &a [x, x]\n- [*a, *a]\n"), "line 2, column 4", "Aliases");
        assertTold(trouble("deep.yaml", "[".repeat(2000) + "]".repeat(2000)), "Nested too deeply");
        assertTold(trouble("deep.xml", "<a>".repeat(2000) + "</a>".repeat(2000)), "Nested too deeply");
        assertTold(trouble("large.yaml", "# ".repeat(300_000)), "larger than 512 KiB");
        Path latin = folder.getRoot().toPath().resolve("latin.yaml");
        Files.write(latin, "# café".getBytes(StandardCharsets.ISO_8859_1));
        try {
            RouteFile.read(latin);
        } catch (RouteTextException e) {
            assertTold(e.getMessage(), "UTF-8");
            return;
        }
        throw new AssertionError("Latin-1 was read");
    }

    @Test
    public void secretsAreNotTold() throws Exception {
        write("s.properties", "erp.password = very-hidden\nplain = shown");
        String told = trouble(
                "s.yaml",
                "- from:\n    uri: timer:tick\n    steps:\n      - to: nothing:{{plain}}?x={{erp.password}}\n");
        assertTold(told, "shown");
        assertFalse(told, told.contains("very-hidden"));
    }

    @Test
    public void itsPropertiesSayWhetherItRuns() throws Exception {
        Path path = write("p.yaml", "- from:\n    uri: timer:tick\n    steps:\n      - to: log:tick\n");
        assertTrue(RouteFile.read(path).isEnabled());
        write("p.properties", "enabled = false");
        assertFalse(RouteFile.read(path).isEnabled());
    }
}
