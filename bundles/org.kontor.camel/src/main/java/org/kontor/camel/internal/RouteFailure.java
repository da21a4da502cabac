/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.URISupport;
import org.apache.camel.xml.io.XmlPullParserLocationException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in one line where a route file is wrong and why. */
final class RouteFailure {
    private static final int MAX_LENGTH = 500;
    /** Wider than that of settings: what a placeholder is called is up to whoever writes the file. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|passw|passphrase|token|key|credential|authorization).*");

    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\{\\{env:([A-Za-z0-9_]+)");
    private static final Pattern STEP = Pattern.compile("(?s)at: >>> (.*?) <<< in route:");

    private final String text;
    private final Properties properties;

    RouteFailure(String text, Properties properties) {
        this.text = text;
        this.properties = properties;
    }

    /** @param context with what could be read of the file */
    String explain(Throwable failure, ModelCamelContext context) {
        Throwable root = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            root = t;
            if (t instanceof MarkedYamlEngineException yaml) {
                // not its message, which shows the lines themselves
                return masked(RouteText.at(yaml.getProblemMark().orElse(null), dotted(yaml.getProblem()))
                        .getMessage());
            }
            if (t instanceof XmlPullParserLocationException xml) {
                return masked(RouteTextException.at(
                                xml.getLineNumber(), xml.getColumnNumber(), dotted(plain(xml.getMessage())))
                        .getMessage());
            }
            if (t instanceof FailedToCreateRouteException route) {
                int line = line(route, context);
                Throwable cause = route.getCause() == null ? route : route.getCause();
                return (line > 0 ? "line " + line + ": " : "") + masked(dotted(plain(cause.getMessage())));
            }
        }
        return root instanceof StackOverflowError ? "nested too deeply." : masked(dotted(plain(root.getMessage())));
    }

    /** The line of the step that cannot be made; the failure names the step, and the model knows its line. */
    private static int line(FailedToCreateRouteException failure, ModelCamelContext context) {
        Matcher step = STEP.matcher(String.valueOf(failure.getMessage()));
        for (RouteDefinition route : context.getRouteDefinitions()) {
            if (Objects.equals(route.getRouteId(), failure.getRouteId())) {
                return step.find()
                        ? line(step.group(1), route.getOutputs())
                        : route.getInput().getLineNumber();
            }
        }
        return -1;
    }

    private static int line(String step, List<ProcessorDefinition<?>> among) {
        for (ProcessorDefinition<?> one : among) {
            int line = one.toString().equals(step) ? one.getLineNumber() : line(step, one.getOutputs());
            if (line > 0) {
                return line;
            }
        }
        return -1;
    }

    /** The first line, without name spaces: the parser shows the place and the text behind it. */
    private static String plain(String message) {
        return message == null
                ? "Cannot be read"
                : message.strip().lines().findFirst().orElse("").replaceAll("\\{(http[^}]*)?}(?=\\w)", "");
    }

    private static String dotted(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** Without line ends, passwords in URIs, and values whose names tell that they are secret. */
    private String masked(String message) {
        String masked = secrets().maskValues(URISupport.sanitizeUri(message.replaceAll("\\s+", " ")));
        return masked.length() > MAX_LENGTH ? masked.substring(0, MAX_LENGTH) + "…" : masked;
    }

    private Secrets secrets() {
        List<String> secrets = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (SECRET.matcher(name.toString()).matches()) {
                secrets.add(value.toString());
            }
        });
        Matcher variables = FROM_ENVIRONMENT.matcher(text);
        while (variables.find()) {
            String value = System.getenv(variables.group(1));
            if (value != null && SECRET.matcher(variables.group(1)).matches()) {
                secrets.add(value);
            }
        }
        return Secrets.of(secrets);
    }
}
