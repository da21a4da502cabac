/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.mapping.RemoteSchema;
import org.kontor.route.tryton.rpc.Gateway;

/**
 * What Tryton tells of a party and all that it leads to; every model is asked once. Made anew when Tryton may have changed.
 * Not thread-safe.
 *
 * <p>Written are fields of the party, of the one row behind a link, of the first address in use ({@code addresses.city}), of the
 * first one marked so ({@code addresses.invoice.city}), and the first contact mechanism in use of a type
 * ({@code contact_mechanisms.email}; a mobile is a {@code phone}).
 */
public final class TrytonSchema implements RemoteSchema {
    private static final String PARTY = "party.party";
    private static final String ADDRESSES = "addresses";
    private static final String MECHANISMS = "contact_mechanisms";
    private static final Set<String> MANY = Set.of("one2many", "many2many");
    private static final RemoteField ID = new RemoteField("integer", false);

    private final Gateway gateway;
    private final Map<String, JsonNode> models = new HashMap<>();

    public TrytonSchema(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Optional<RemoteField> field(List<String> path) {
        String model = modelOf(path.subList(0, path.size() - 1));
        String name = path.get(path.size() - 1);
        if (model == null) {
            return Optional.empty();
        }
        JsonNode field = fields(model).path(name);
        if (field.isMissingNode()) {
            return name.equals("id") ? Optional.of(ID) : Optional.empty();
        }
        return Optional.of(new RemoteField(
                field.path("type").asText(), !field.path("readonly").asBoolean()));
    }

    @Override
    public Optional<RemoteField> target(List<String> path) {
        if (path.size() == 2 && path.get(0).equals(MECHANISMS)) {
            return types().contains(path.get(1)) ? Optional.of(new RemoteField("char", true)) : Optional.empty();
        }
        if (path.size() == 3 && path.get(0).equals(ADDRESSES)) {
            Optional<RemoteField> mark = field(path.subList(0, 2));
            if (mark.isPresent() && mark.get().type().equals("boolean")) {
                return field(List.of(ADDRESSES, path.get(2)));
            }
        }
        return field(path);
    }

    /** Whether a link leads to many rows. */
    boolean leadsToMany(List<String> path) {
        return field(path).filter(field -> MANY.contains(field.type())).isPresent();
    }

    /** The kinds of contact mechanisms. */
    private Set<String> types() {
        Set<String> types = new HashSet<>();
        String model = modelOf(List.of(MECHANISMS));
        if (model != null) {
            fields(model)
                    .path("type")
                    .path("selection")
                    .forEach(one -> types.add(one.path(0).asText()));
        }
        return types;
    }

    /** The model that links lead to; null when there is no such way. */
    private String modelOf(List<String> links) {
        String model = PARTY;
        for (String link : links) {
            model = fields(model).path(link).path("relation").asText(null);
            if (model == null) {
                return null;
            }
        }
        return model;
    }

    private JsonNode fields(String model) {
        return models.computeIfAbsent(model, name -> gateway.call("model." + name + ".fields_get", List.of()));
    }
}
