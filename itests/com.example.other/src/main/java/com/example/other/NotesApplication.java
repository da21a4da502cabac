/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example.other;

import java.util.function.Function;

import javax.jws.WebService;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.xml.ws.Endpoint;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Keeps notes, by its service and at {@code /cxf/notes}; a restart of it would begin a new one. */
@Component(service = Function.class, property = "name=other", immediate = true)
@WebService(endpointInterface = "com.example.other.Notes")
public class NotesApplication implements Notes, Function<String, Object> {
    private final EntityManagerFactory factory;
    private final Endpoint endpoint;

    @Activate
    public NotesApplication(@Reference(target = "(osgi.unit.name=other)") EntityManagerFactory factory) {
        this.factory = factory;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(org.apache.cxf.jaxws.EndpointImpl.class.getClassLoader());
        try {
            endpoint = Endpoint.publish("/notes", this);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Deactivate
    public void close() {
        endpoint.stop();
    }

    @Override
    public long keep(String text) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            Note note = new Note();
            note.text = text;
            em.persist(note);
            em.getTransaction().commit();
            return em.createQuery("SELECT COUNT(n) FROM Note n", Long.class).getSingleResult();
        } finally {
            em.close();
        }
    }

    @Override
    public Object apply(String text) {
        return keep(text);
    }
}
