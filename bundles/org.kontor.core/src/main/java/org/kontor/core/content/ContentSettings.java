/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.content;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What content there may be: its kinds, and how large it is at most. A change counts at once. Thread-safe. */
@Component(service = ContentSettings.class, configurationPid = ContentSettings.PID)
@Designate(ocd = ContentSettings.Config.class)
public final class ContentSettings {
    /** {@code etc/org.kontor.content.cfg}. */
    @ObjectClassDefinition(name = "Kontor content", description = "What members keep in accounts")
    public @interface Config {
        @AttributeDefinition(
                name = "Further kinds",
                description = "of content items, with commas between them: letters A to Z, digits and _, at most 40")
        String[] kinds() default {};

        @AttributeDefinition(name = "Largest file", description = "in bytes", min = "1", max = "10737418240")
        long maxFileBytes() default 104_857_600;

        @AttributeDefinition(name = "Largest JSON body", description = "in bytes", min = "1", max = "1000000")
        int maxBodyBytes() default 1_000_000;
    }

    static final String PID = "org.kontor.content";

    /** Those of Kontor itself (requirement A14). */
    public static final List<String> OWN_KINDS = List.of(
            "DIGITAL_TWIN",
            "PATTERN",
            "PROGRAM",
            "PRODUCT",
            "INSTALLED_ROBOT",
            "ROBOT_CONFIGURATION",
            "CUSTOM_GRIPPER",
            "HARDWARE_SETUP",
            "SIMULATION");

    private static final long MAX_FILE = 10L << 30;
    /** H2's longest text. */
    private static final int MAX_BODY = 1_000_000;

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private record Values(List<String> kinds, long maxFileBytes, int maxBodyBytes) {}

    private volatile Values values;

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public ContentSettings(Config config) {
        change(config);
    }

    public ContentSettings(List<String> furtherKinds, long maxFileBytes, int maxBodyBytes) {
        set(furtherKinds, maxFileBytes, maxBodyBytes);
    }

    @Modified
    void change(Config config) {
        List<String> further = Arrays.stream(config.kinds())
                .flatMap(part -> Arrays.stream(part.split(",")))
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .toList();
        set(further, config.maxFileBytes(), config.maxBodyBytes());
    }

    private void set(List<String> furtherKinds, long maxFileBytes, int maxBodyBytes) {
        for (String kind : furtherKinds) {
            if (!KIND.matcher(kind).matches()) {
                throw new IllegalArgumentException(
                        PID + ": a kind must match " + KIND + ", which '" + kind + "' does not");
            }
        }
        checked("maxFileBytes", maxFileBytes, MAX_FILE);
        checked("maxBodyBytes", maxBodyBytes, MAX_BODY);
        Set<String> kinds = new LinkedHashSet<>(OWN_KINDS);
        kinds.addAll(furtherKinds);
        values = new Values(List.copyOf(kinds), maxFileBytes, maxBodyBytes);
    }

    private static void checked(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(PID + ": " + name + " must be from 1 to " + most + ", not " + value);
        }
    }

    /** Kinds of Kontor itself and further ones. */
    public List<String> kinds() {
        return values.kinds();
    }

    long maxFileBytes() {
        return values.maxFileBytes();
    }

    int maxBodyBytes() {
        return values.maxBodyBytes();
    }
}
