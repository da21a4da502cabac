/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.AlertWriter;
import org.kontor.spi.store.Answers;
import org.kontor.spi.store.AuditReader;
import org.kontor.spi.store.BrakeStore;
import org.kontor.spi.store.BrandChange;
import org.kontor.spi.store.BrandReader;
import org.kontor.spi.store.ConflictWriter;
import org.kontor.spi.store.ContentChange;
import org.kontor.spi.store.ContentWriter;
import org.kontor.spi.store.CreationProfileChange;
import org.kontor.spi.store.CreationProfileReader;
import org.kontor.spi.store.CustomFieldChange;
import org.kontor.spi.store.CustomFieldReader;
import org.kontor.spi.store.DeletionWriter;
import org.kontor.spi.store.DeskWriter;
import org.kontor.spi.store.DriftWriter;
import org.kontor.spi.store.EmailDomainChange;
import org.kontor.spi.store.EmailDomainWriter;
import org.kontor.spi.store.FeedPositionWriter;
import org.kontor.spi.store.GroupChange;
import org.kontor.spi.store.GroupMemberChange;
import org.kontor.spi.store.GroupReader;
import org.kontor.spi.store.ImportMappingWriter;
import org.kontor.spi.store.InviteRightChange;
import org.kontor.spi.store.InviteRightWriter;
import org.kontor.spi.store.LinkWriter;
import org.kontor.spi.store.MailWriter;
import org.kontor.spi.store.MemberWriter;
import org.kontor.spi.store.OldRuns;
import org.kontor.spi.store.PendingWriter;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.PersonWriter;
import org.kontor.spi.store.PlanChoiceChange;
import org.kontor.spi.store.PlanChoiceReader;
import org.kontor.spi.store.PortalChange;
import org.kontor.spi.store.PortalWriter;
import org.kontor.spi.store.ProviderLinkChange;
import org.kontor.spi.store.ProviderLinkWriter;
import org.kontor.spi.store.QuarantineWriter;
import org.kontor.spi.store.RecordChange;
import org.kontor.spi.store.RecordReader;
import org.kontor.spi.store.RehearsedKeys;
import org.kontor.spi.store.SessionChange;
import org.kontor.spi.store.SessionWriter;
import org.kontor.spi.store.SignUpPageChange;
import org.kontor.spi.store.SignUpWriter;
import org.kontor.spi.store.SupportVisitChange;
import org.kontor.spi.store.SupportVisitWriter;
import org.kontor.spi.store.SyncWriter;
import org.kontor.spi.store.TokenChange;
import org.kontor.spi.store.TokenWriter;
import org.kontor.spi.store.UnsentWriter;
import org.kontor.spi.store.VisitChange;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.store.WrongPasswordWriter;

/** The stores on one EntityManager. */
final class JpaTransaction implements WriteTransaction {
    private final EntityManager em;
    private final JpaPeople people;
    private final JpaSync sync;
    private final JournalWriter journal;
    private Declared known;
    private boolean declares;
    private int saved;

    /** @param context null when nothing will be written */
    JpaTransaction(EntityManager em, CallContext context, Declared known) {
        this.em = em;
        this.known = known;
        this.people = new JpaPeople(em);
        this.sync = new JpaSync(em);
        this.journal = new JournalWriter(em, context);
    }

    @Override
    public RecordReader records() {
        return new JpaRecordReader(em);
    }

    @Override
    public CustomFieldReader customFields() {
        return new JpaCustomFields(em, known.fields());
    }

    @Override
    public GroupReader groups() {
        return new JpaGroups(em);
    }

    @Override
    public CreationProfileReader creationProfiles() {
        return new JpaCreationProfiles(em, known.profiles());
    }

    @Override
    public BrandReader brands() {
        return new JpaBrands(em);
    }

    @Override
    public SignUpWriter signUps() {
        return new JpaSignUps(em);
    }

    @Override
    public AuditReader audit() {
        return new JpaAuditReader(em);
    }

    @Override
    public PersonWriter people() {
        return people;
    }

    @Override
    public PlanChoiceReader planChoices() {
        return new JpaPlanChoices(em);
    }

    @Override
    public void save(PlanChoiceChange change) {
        new JpaPlanChoices(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public MemberWriter members() {
        return new JpaMembers(em);
    }

    @Override
    public TokenWriter tokens() {
        return new JpaTokens(em);
    }

    @Override
    public SessionWriter sessions() {
        return new JpaSessions(em);
    }

    @Override
    public EmailDomainWriter emailDomains() {
        return new JpaEmailDomains(em);
    }

    @Override
    public PortalWriter portals() {
        return new JpaPortals(em);
    }

    @Override
    public ContentWriter content() {
        return new JpaContent(em, journal);
    }

    @Override
    public WrongPasswordWriter wrongPasswords() {
        return new JpaWrongPasswords(em);
    }

    @Override
    public OldRuns oldRuns() {
        return new JpaOldRuns(em);
    }

    @Override
    public RehearsedKeys rehearsed() {
        return new JpaRehearsedKeys(em);
    }

    @Override
    public SyncWriter sync() {
        return sync;
    }

    @Override
    public ConflictWriter conflicts() {
        return new JpaConflicts(em);
    }

    @Override
    public QuarantineWriter quarantine() {
        return new JpaQuarantine(em);
    }

    @Override
    public PendingWriter pending() {
        return new JpaPending(em);
    }

    @Override
    public DeletionWriter deletions() {
        return new JpaDeletions(em);
    }

    @Override
    public UnsentWriter unsent() {
        return new JpaUnsent(em);
    }

    @Override
    public DriftWriter drift() {
        return new JpaDrift(em);
    }

    @Override
    public BrakeStore brakes() {
        return new JpaBrakes(em);
    }

    @Override
    public AlertWriter alerts() {
        return new JpaAlerts(em);
    }

    @Override
    public DeskWriter desk() {
        return new JpaDesk(em);
    }

    @Override
    public ImportMappingWriter importMappings() {
        return new JpaImportMappings(em);
    }

    @Override
    public FeedPositionWriter feedPositions() {
        return new JpaFeedPositions(em);
    }

    @Override
    public MailWriter mails() {
        return new JpaMails(em);
    }

    @Override
    public LinkWriter links() {
        return new JpaLinks(em);
    }

    @Override
    public ProviderLinkWriter providerLinks() {
        return new JpaProviderLinks(em);
    }

    @Override
    public void save(ProviderLinkChange change) {
        new JpaProviderLinks(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public InviteRightWriter inviteRights() {
        return new JpaInviteRights(em);
    }

    @Override
    public void save(InviteRightChange change) {
        new JpaInviteRights(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public SupportVisitWriter supportVisits() {
        return new JpaSupportVisits(em);
    }

    @Override
    public void save(SupportVisitChange change) {
        new JpaSupportVisits(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(RecordType type, List<RecordChange> changes) {
        new RecordSaver(em, journal, customFields()).save(type, changes);
        saved += changes.size();
    }

    /** How many records were saved in it. */
    int saved() {
        return saved;
    }

    @Override
    public void delete(BusinessRecord record) {
        new RecordSaver(em, journal, customFields()).delete(record);
    }

    @Override
    public Answers answers() {
        return new JpaAnswers(em);
    }

    @Override
    public void save(PersonChange change) {
        journal.record(change, people.save(change));
        em.flush();
        journal.flush();
    }

    @Override
    public void save(GroupChange change) {
        new JpaGroups(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(GroupMemberChange change) {
        new JpaGroups(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public int openLabs(UUID account) {
        Map<UUID, Long> versions = new JpaMembers(em).openLabs(account);
        versions.forEach((person, version) -> journal.recordLabs(account, person, version));
        journal.flush();
        return versions.size();
    }

    @Override
    public void save(TokenChange change) {
        new JpaTokens(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(SessionChange change) {
        if (new JpaSessions(em).save(change)) {
            journal.record(change);
            journal.flush();
        }
    }

    @Override
    public void save(EmailDomainChange change) {
        new JpaEmailDomains(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(PortalChange change) {
        new JpaPortals(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(VisitChange change) {
        new JpaPortals(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(ContentChange change) {
        new JpaContent(em, journal).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(CustomFieldChange change) {
        new JpaCustomFields(em, known.fields()).save(change);
        declared();
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(CreationProfileChange change) {
        new JpaCreationProfiles(em, known.profiles()).save(change);
        declared();
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(BrandChange change) {
        new JpaBrands(em).save(change);
        journal.record(change);
        journal.flush();
    }

    @Override
    public void save(SignUpPageChange change) {
        new JpaSignUps(em).save(change);
        journal.record(change);
        journal.flush();
    }

    /** What all know is as it was until this is committed. */
    private void declared() {
        known = new Declared();
        declares = true;
    }

    /**
     * Who waited for an account may have waited for a change of what it declares: that is committed by now, and all may not yet have
     * forgotten what was before.
     */
    private void knowAnew() {
        known = new Declared();
    }

    /** Whether something that accounts declare was changed in it. */
    boolean declares() {
        return declares;
    }

    @Override
    public void lock(RecordType type, Collection<UUID> ids) {
        rows(type, ids, "FOR UPDATE");
        if (type == RecordType.ACCOUNT) {
            knowAnew();
        }
    }

    @Override
    public void lockTree() {
        rows(RecordType.ACCOUNT, List.of(Account.OPERATOR), Dialect.of(em).changes());
        knowAnew();
    }

    @Override
    public void hold(RecordType type, Collection<UUID> ids) {
        rows(type, ids, Dialect.of(em).keeps());
    }

    /** One after the other by their ids: two that lock the same do not meet in a deadlock. */
    private void rows(RecordType type, Collection<UUID> ids, String how) {
        for (List<UUID> chunk : Sets.chunks(ids.stream().sorted().toList())) {
            new Sql("SELECT id FROM " + type.key() + " WHERE ")
                    .in("id", chunk)
                    .add(" ORDER BY id " + how)
                    .read(em, row -> row.getObject(1));
        }
    }

    @Override
    public void keep(RecordType type, Collection<UUID> ids) {
        if (!Dialect.of(em).locksWhatIsReferredTo()) {
            rows(type, ids, "FOR UPDATE");
        }
    }

    @Override
    public List<Long> nextNumbers(RecordType type, int count) {
        return new Sql(Dialect.of(em).nextNumbers(type.key() + "_number", count)).read(em, row -> row.getLong(1));
    }
}
