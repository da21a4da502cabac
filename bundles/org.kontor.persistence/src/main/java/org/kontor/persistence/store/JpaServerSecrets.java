/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.security.SecureRandom;
import java.util.Base64;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.error.KontorException;
import org.kontor.persistence.entity.SecretEntity;
import org.kontor.spi.store.ServerSecrets;

/** Random keys kept in the database, so that all nodes of an installation have the same. */
@Component
public final class JpaServerSecrets implements ServerSecrets {
    private final JpaUnitOfWork unitOfWork;

    @Activate
    public JpaServerSecrets(@Reference(target = "(osgi.unit.name=kontor)") EntityManagerFactory factory) {
        this.unitOfWork = new JpaUnitOfWork(factory);
    }

    @Override
    public byte[] get(String name) {
        try {
            return unitOfWork.inTransaction(em -> findOrMake(em, name));
        } catch (KontorException madeByAnotherNode) {
            return unitOfWork.inTransaction(em -> findOrMake(em, name));
        }
    }

    private static byte[] findOrMake(EntityManager em, String name) {
        SecretEntity row = em.find(SecretEntity.class, name);
        if (row == null) {
            byte[] content = new byte[32];
            new SecureRandom().nextBytes(content);
            row = new SecretEntity();
            row.name = name;
            row.content = Base64.getEncoder().encodeToString(content);
            em.persist(row);
            em.flush();
        }
        return Base64.getDecoder().decode(row.content);
    }
}
