/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.StringReader;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Checks the text of a route file before Camel reads it: that it is proper XML or YAML, of bounded depth, without a DTD,
 * entities and aliases, which can grow beyond all measure. Stateless.
 */
final class RouteText {
    private static final int MAX_DEPTH = 100;

    private RouteText() {}

    static void checkXml(String text) throws RouteTextException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                int depth = 0;
                while (reader.hasNext()) {
                    int event = reader.next();
                    Location at = reader.getLocation();
                    if (event == XMLStreamConstants.DTD) {
                        throw RouteTextException.at(
                                at.getLineNumber(), at.getColumnNumber(), "A DTD is not read here.");
                    }
                    depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                    if (depth > MAX_DEPTH) {
                        throw RouteTextException.at(at.getLineNumber(), at.getColumnNumber(), "Nested too deeply.");
                    }
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            // the JDK's message repeats the place in its first line
            String message = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
            throw at == null
                    ? new RouteTextException("Is not proper XML: " + message)
                    : RouteTextException.at(at.getLineNumber(), at.getColumnNumber(), "Is not proper XML: " + message);
        }
    }

    static void checkYaml(String text) throws RouteTextException {
        try {
            int depth = 0;
            for (Event event :
                    new Parse(LoadSettings.builder().setUseMarks(true).build()).parseString(text)) {
                depth += switch (event.getEventId()) {
                    case MappingStart, SequenceStart -> 1;
                    case MappingEnd, SequenceEnd -> -1;
                    default -> 0;
                };
                if (event instanceof AliasEvent) {
                    throw at(event.getStartMark().orElse(null), "Aliases (*name) are not read here.");
                }
                if (depth > MAX_DEPTH) {
                    throw at(event.getStartMark().orElse(null), "Nested too deeply.");
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw at(e.getProblemMark().orElse(null), "Is not proper YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new RouteTextException("Is not proper YAML.");
        }
    }

    static RouteTextException at(Mark mark, String message) {
        return mark == null
                ? new RouteTextException(message)
                : RouteTextException.at(mark.getLine() + 1, mark.getColumn() + 1, message);
    }
}
