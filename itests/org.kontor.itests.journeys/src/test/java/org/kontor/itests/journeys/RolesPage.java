/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;

/** What docs/roles.md says. Stateless. */
final class RolesPage {
    private static final Path FILE = Path.of("../../docs/roles.md");
    private static final Pattern OPERATION = Pattern.compile(
            "\\| `([^`]+)` \\| (none|open|read|write|integrate|people|administer)(, installation)? \\|");
    private static final Pattern ROLE = Pattern.compile("\\| `([A-Z_]+)` \\| [^|]+\\| [^|]+((?:\\|[^|]*){5})\\|");

    private RolesPage() {}

    /** What each operation of REST asks for, by method and path; empty where a sign-in is enough. */
    static Map<String, Optional<Permission>> rest() throws IOException {
        return operations("[a-z]+ /.*");
    }

    /** The same of SOAP, by service and operation. */
    static Map<String, Optional<Permission>> soap() throws IOException {
        return operations("[a-z]+ [A-Za-z]+");
    }

    /** Those that belong to the installation, and not to an account. */
    static Set<String> ofTheInstallation() throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher row = OPERATION.matcher(Files.readString(FILE));
        while (row.find()) {
            if (row.group(3) != null) {
                found.add(row.group(1));
            }
        }
        return found;
    }

    /** Those with which somebody signs in. */
    static Set<String> open() throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher row = OPERATION.matcher(Files.readString(FILE));
        while (row.find()) {
            if (row.group(2).equals("open")) {
                found.add(row.group(1));
            }
        }
        return found;
    }

    private static Map<String, Optional<Permission>> operations(String kind) throws IOException {
        Map<String, Optional<Permission>> found = new LinkedHashMap<>();
        Matcher row = OPERATION.matcher(Files.readString(FILE));
        while (row.find()) {
            if (row.group(1).matches(kind)) {
                found.put(
                        row.group(1),
                        Set.of("none", "open").contains(row.group(2))
                                ? Optional.empty()
                                : Optional.of(permission(row.group(2))));
            }
        }
        return found;
    }

    private static Permission permission(String name) {
        return Permission.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** For each role a {@code yes} or nothing for each permission, in their order. */
    static Map<String, String> roles() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Matcher row = ROLE.matcher(Files.readString(FILE));
        while (row.find()) {
            found.put(
                    row.group(1),
                    Stream.of(row.group(2).substring(1).split("\\|", -1))
                            .map(String::strip)
                            .collect(Collectors.joining(",")));
        }
        return found;
    }

    /** The same, as the code has it. */
    static Map<String, String> rolesOfCode() {
        Map<String, String> found = new TreeMap<>();
        for (Role role : Role.values()) {
            found.put(
                    role.name(),
                    Stream.of(Permission.values())
                            .map(permission -> role.allows(permission) ? "yes" : "")
                            .collect(Collectors.joining(",")));
        }
        return found;
    }
}
