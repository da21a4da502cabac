/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.kontor.api.record.Page;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunProgress;
import org.kontor.soap.records.v1.ObjectFactory;
import org.kontor.soap.records.v1.RunItemPage;
import org.kontor.soap.records.v1.RunItems;
import org.kontor.soap.records.v1.RunPage;
import org.kontor.soap.records.v1.Runs;

/** Runs as SOAP shows them. Stateless. */
final class RunMapping {
    private static final ObjectFactory FACTORY = new ObjectFactory();

    private RunMapping() {}

    static RunPage toSoap(Page<Run> runs) {
        RunPage page = new RunPage();
        page.setRuns(new Runs());
        runs.items().forEach(run -> page.getRuns().getRun().add(toSoap(run)));
        page.setNext(runs.next());
        return page;
    }

    static org.kontor.soap.records.v1.Run toSoap(Run run) {
        org.kontor.soap.records.v1.Run soap = new org.kontor.soap.records.v1.Run();
        soap.setId(run.id().toString());
        soap.setConnection(XmlText.of(run.connection()));
        soap.setType(run.type() == null ? null : run.type().key());
        soap.setSource(XmlText.of(run.source()));
        soap.setState(run.state().name());
        soap.setStartedAt(RecordMapping.time(run.startedAt()));
        soap.setEndedAt(run.endedAt() == null ? null : RecordMapping.time(run.endedAt()));
        soap.setMessage(XmlText.of(run.message()));
        soap.setRead(run.read());
        soap.setCreated(run.created());
        soap.setUpdated(run.updated());
        soap.setUnchanged(run.unchanged());
        soap.setArchived(run.archived());
        soap.setConflicts(run.conflicts());
        soap.setRefused(run.refused());
        soap.setSent(run.sent());
        soap.setDryRun(run.dryRun());
        tell(run.progress(), soap);
        return soap;
    }

    /** What is not known is left out. */
    private static void tell(RunProgress progress, org.kontor.soap.records.v1.Run soap) {
        if (progress.total() != null) {
            soap.setDone(FACTORY.createRunDone(progress.done()));
            soap.setTotal(FACTORY.createRunTotal(progress.total()));
        }
        if (progress.recordsPerSecond() != null) {
            soap.setRecordsPerSecond(FACTORY.createRunRecordsPerSecond(progress.recordsPerSecond()));
        }
        if (progress.secondsLeft() != null) {
            soap.setSecondsLeft(FACTORY.createRunSecondsLeft(progress.secondsLeft()));
        }
    }

    static RunItemPage toSoapItems(Page<RunItem> items) {
        RunItemPage page = new RunItemPage();
        page.setItems(new RunItems());
        items.items().forEach(item -> page.getItems().getItem().add(toSoap(item)));
        page.setNext(items.next());
        return page;
    }

    private static org.kontor.soap.records.v1.RunItem toSoap(RunItem item) {
        ItemResult result = item.result();
        org.kontor.soap.records.v1.RunItem soap = new org.kontor.soap.records.v1.RunItem();
        soap.setExternalId(XmlText.of(result.externalId()));
        soap.setType(item.type().key());
        soap.setAt(RecordMapping.time(item.at()));
        soap.setOutcome(result.outcome().name());
        soap.setId(result.recordId() == null ? null : result.recordId().toString());
        soap.setCode(XmlText.of(result.code()));
        soap.setMessage(XmlText.of(result.message()));
        if (result.error() != null) {
            soap.setError(result.error());
            soap.setViolations(RecordsFaults.violations(result.violations()));
        }
        return soap;
    }
}
