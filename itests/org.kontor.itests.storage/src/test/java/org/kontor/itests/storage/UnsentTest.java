/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManagerFactory;

import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Unsent;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.api.sync.UnsentRecord;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.SealedPages;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.persistence.store.JpaUnitOfWork;
import org.kontor.sync.Explainer;
import org.kontor.sync.UnsentDesk;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** What an external system did not take is listed with its reason, sent again on demand, and gone once it was sent. */
@Shows({"S7", "S10"})
public class UnsentTest extends OnBothDatabases {
    private static final String ERP = "erp";
    private static final CallContext READER = caller("reader", Role.READ_ONLY);

    private final MemoryRemote remote = new MemoryRemote();
    private final SyncRules rules = new SyncRules(List.of(), MergeRule.THEIRS, Map.of(), false).withBothWays(true);
    private SealedPages pages;
    private Unsent unsent;

    @Before
    public void openDesk() {
        pages = new SealedPages(new Cursors(new JpaServerSecrets(database.factory())));
        unsent = new UnsentDesk(unitOfWork, pages);
    }

    private void read() {
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "read");
        engine.upsert(
                ERP,
                new Batch(
                        run,
                        RecordType.CUSTOMER,
                        remote.rows.keySet().stream().map(remote::told).toList(),
                        rules,
                        null));
        engine.complete(ERP, run);
    }

    private void send() {
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "send");
        while (outbound.send(ERP, () -> run, remote, rules).more()) {
            // the next page
        }
        engine.complete(ERP, run);
    }

    private List<UnsentRecord> listed() {
        return unsent.list(READER, UnsentQuery.ALL, 200, null).items();
    }

    private UnsentRecord only() {
        assertEquals(1, listed().size());
        return listed().get(0);
    }

    private Customer ours() {
        return customers.find(ME, RecordQuery.ALL).items().get(0);
    }

    private void rename(String name) {
        customers.update(ME, ours().id(), ours().version(), set(CustomerField.NAME, name));
    }

    @Test
    public void whatIsNotTakenIsListedWithItsReasonUntilAnEditIsSent() {
        Customer made = customers.create(ME, named("refused"));
        send();
        UnsentRecord one = only();
        assertEquals(ERP, one.connection());
        assertEquals(RecordType.CUSTOMER, one.type());
        assertEquals(made.id(), one.recordId());
        assertEquals(made.code(), one.code());
        assertNull("not there yet", one.externalId());
        assertFalse(one.deletion());
        assertEquals(ErrorCode.INVALID_INPUT.code(), one.error());
        assertEquals("forbidden", one.violations().get(0).rule());
        assertEquals(1, one.attempts());
        assertEquals(
                List.of(one),
                new Explainer(unitOfWork).of(ME, RecordType.CUSTOMER, made.id()).unsent());
        rename("Acme");
        send();
        assertEquals("Acme", remote.rows.get("r1").values.get(CustomerField.NAME));
        assertEquals(List.of(), listed());
    }

    @Test
    public void anEditIsListedUnderItsNameThere() {
        remote.add("Acme");
        read();
        rename("refused");
        send();
        assertEquals("r1", only().externalId());
    }

    @Test
    public void itIsSentOnceMoreWhenAPersonSaysSo() {
        customers.create(ME, named("refused"));
        send();
        UnsentRecord first = only();
        send();
        assertEquals("not by itself", 1, only().attempts());
        assertEquals(1, unsent.retry(ME, List.of(first.id())));
        assertEquals("it is on its way", List.of(), listed());
        send();
        UnsentRecord again = only();
        assertEquals("the same entry", first.id(), again.id());
        assertEquals(2, again.attempts());
        assertEquals(first.firstSeen(), again.firstSeen());
        assertTrue(again.lastSeen().isAfter(first.lastSeen()));
        remote.refusedNames.clear();
        assertEquals(1, unsent.retry(ME, List.of(first.id(), UUID.randomUUID())));
        send();
        assertEquals("refused", remote.rows.get("r1").values.get(CustomerField.NAME));
        assertEquals(List.of(), listed());
        assertRefused(ErrorCode.NOT_FOUND, () -> unsent.retry(ME, List.of(first.id())));
    }

    @Test
    public void aDeletionThatIsNotTakenWaitsAmongThem() {
        remote.add("Acme");
        read();
        send();
        remote.kept.add("r1");
        Customer made = ours();
        customers.delete(ME, made.id(), made.version());
        send();
        UnsentRecord one = only();
        assertTrue(one.deletion());
        assertEquals("r1", one.externalId());
        assertEquals(made.id(), one.recordId());
        assertEquals(made.code(), one.code());
        assertEquals(ErrorCode.IN_USE.code(), one.error());
        assertEquals("It is in use there.", one.message());
        send();
        unsent.retry(ME, List.of(one.id()));
        send();
        assertEquals(one.id(), only().id());
        assertEquals(2, only().attempts());
        assertEquals(one.firstSeen(), only().firstSeen());
        remote.kept.clear();
        unsent.retryAll(ME, UnsentQuery.ALL);
        send();
        assertEquals(List.of(), listed());
        assertTrue(remote.rows.isEmpty());
    }

    @Test
    public void theListIsReadPageByPageAndByRestriction() {
        remote.add("Acme");
        read();
        send();
        remote.kept.add("r1");
        for (int i = 0; i < 4; i++) {
            customers.create(ME, named("refused"));
        }
        send();
        Customer linked = customers.find(ME, RecordQuery.ALL).items().stream()
                .filter(one -> !one.crossReferences().isEmpty())
                .findFirst()
                .orElseThrow();
        customers.delete(ME, linked.id(), linked.version());
        send();
        List<UnsentRecord> paged = new ArrayList<>();
        Page<UnsentRecord> page = unsent.list(ME, UnsentQuery.ALL, 2, null);
        paged.addAll(page.items());
        while (page.next() != null) {
            page = unsent.list(ME, UnsentQuery.ALL, 2, page.next());
            paged.addAll(page.items());
        }
        assertEquals(5, paged.size());
        assertEquals(listed(), paged);
        assertTrue("the longest waiting first", paged.get(4).deletion());
        UnsentQuery inUse = new UnsentQuery(ERP, RecordType.CUSTOMER, null, ErrorCode.IN_USE.code());
        assertEquals(List.of(paged.get(4)), unsent.list(ME, inUse, 10, null).items());
        assertEquals(
                List.of(paged.get(1)),
                unsent.list(ME, new UnsentQuery(null, null, paged.get(1).recordId(), null), 10, null)
                        .items());
        assertEquals(0, unsent.retryAll(ME, new UnsentQuery("other", null, null, null)));
        assertEquals(0, unsent.retryAll(ME, new UnsentQuery(null, RecordType.LOCATION, null, null)));
        assertEquals(1, unsent.retryAll(ME, inUse));
        assertEquals(4, unsent.retryAll(ME, UnsentQuery.ALL));
        assertEquals(List.of(), listed());
    }

    @Test
    public void onlyAdministratorsHaveItSentAgain() {
        customers.create(ME, named("refused"));
        send();
        UUID id = only().id();
        assertRefused(ErrorCode.ACCESS_DENIED, () -> unsent.retry(READER, List.of(id)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> unsent.retryAll(READER, UnsentQuery.ALL));
        assertRefused(ErrorCode.INVALID_INPUT, () -> unsent.retry(ME, List.of()));
        assertEquals(1, only().attempts());
    }

    @Test
    public void manyCostAsManyStatementsAsOne() {
        CountedStatements statements = new CountedStatements();
        EntityManagerFactory factory = new PersistenceProvider()
                .createEntityManagerFactory(
                        "kontor",
                        Map.of(
                                "javax.persistence.nonJtaDataSource",
                                statements.around(database.dataSource()),
                                "eclipselink.classloader",
                                getClass().getClassLoader()));
        Unsent counted = new UnsentDesk(new JpaUnitOfWork(factory), pages);
        List<Long> costs = new ArrayList<>();
        for (int number : List.of(1, 60)) {
            for (int i = 0; i < number; i++) {
                customers.create(ME, named("refused"));
            }
            send();
            List<UUID> ids = listed().stream().map(UnsentRecord::id).toList();
            statements.reset();
            counted.list(ME, UnsentQuery.ALL, 200, null);
            counted.retry(ME, ids);
            costs.add(statements.count());
            send();
            statements.reset();
            assertEquals(ids.size(), counted.retryAll(ME, UnsentQuery.ALL));
            costs.add(statements.count());
            send();
        }
        factory.close();
        assertEquals(statements.toString(), costs.subList(0, 2), costs.subList(2, 4));
    }
}
