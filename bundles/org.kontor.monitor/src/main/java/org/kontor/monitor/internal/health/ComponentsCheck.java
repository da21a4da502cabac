/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Every component of Kontor's bundles has what it needs, so that REST, SOAP and all the rest are up. Of those that wait
 * for each other, the first in the row says what is missing.
 */
final class ComponentsCheck implements Check {
    private static final String REQUIRE = "require";

    private final ServiceComponentRuntime runtime;

    ComponentsCheck(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<Finding> look() {
        Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> ours = new HashMap<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (BundlesCheck.isOurs(component.bundle.symbolicName)
                    && !REQUIRE.equals(component.configurationPolicy)
                    && runtime.isComponentEnabled(component)) {
                ours.put(component, runtime.getComponentConfigurationDTOs(component));
            }
        }
        Waiting waiting = new Waiting(ours);
        Map<String, Set<String>> reasons = new TreeMap<>();
        Set<String> parts = new TreeSet<>();
        ours.forEach((component, configurations) -> {
            String part = BundlesCheck.part(component.bundle.symbolicName);
            parts.add(part);
            Set<String> found = new TreeSet<>();
            if (waiting.on(component, found, new HashSet<>())) {
                reasons.computeIfAbsent(part, key -> new TreeSet<>()).addAll(found);
            } else if (component.immediate
                    && configurations.stream()
                            .noneMatch(configuration -> configuration.state == ComponentConfigurationDTO.ACTIVE)) {
                reasons.computeIfAbsent(part, key -> new TreeSet<>()).add("its own start");
            }
        });
        List<Finding> findings = new ArrayList<>();
        for (String part : parts) {
            Set<String> found = reasons.get(part);
            findings.add(
                    found == null
                            ? Finding.ok(part)
                            : Finding.missing(
                                    part,
                                    found.isEmpty() ? "is being started" : "waits for " + String.join(", ", found)));
        }
        return findings;
    }

    /** Who waits for whom. */
    private record Waiting(Map<ComponentDescriptionDTO, Collection<ComponentConfigurationDTO>> components) {
        /** Whether it waits; puts the roots of it into {@code roots}. */
        boolean on(ComponentDescriptionDTO component, Set<String> roots, Set<ComponentDescriptionDTO> seen) {
            if (!seen.add(component)) {
                return true;
            }
            boolean waits = false;
            for (ComponentConfigurationDTO configuration : components.get(component)) {
                for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                    waits = true;
                    roots(component, reference, roots, seen);
                }
            }
            return waits;
        }

        private void roots(
                ComponentDescriptionDTO component,
                UnsatisfiedReferenceDTO reference,
                Set<String> roots,
                Set<ComponentDescriptionDTO> seen) {
            String service = Arrays.stream(component.references)
                    .filter(one -> one.name.equals(reference.name))
                    .map(one -> one.interfaceName)
                    .findFirst()
                    .orElse(reference.name);
            boolean deeper = false;
            for (ComponentDescriptionDTO giver : components.keySet()) {
                if (List.of(giver.serviceInterfaces).contains(service) && on(giver, roots, seen)) {
                    deeper = true;
                }
            }
            if (!deeper) {
                roots.add(service.substring(service.lastIndexOf('.') + 1));
            }
        }
    }
}
