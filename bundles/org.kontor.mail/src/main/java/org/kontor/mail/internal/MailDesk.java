/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.mail.Brand;
import org.kontor.mail.Branding;
import org.kontor.mail.MailAddress;
import org.kontor.mail.MailServer;
import org.kontor.mail.SmtpClient;
import org.kontor.spi.mail.MailLinks;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;

/** Sends the queue in one thread; a change of the settings makes a new one. */
@Component(service = Branding.class, immediate = true, configurationPid = MailSettings.PID)
@Designate(ocd = MailSettings.class)
public final class MailDesk implements Branding {
    private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);
    private static final Duration KEPT = Duration.ofDays(90);
    /** How long a sign-up that ended is told from one that never was. */
    private static final Duration OVER = Duration.ofDays(1);
    /** Longer than any mail is tried. */
    private static final Duration NEVER_SENT = Duration.ofDays(31);

    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Brand PLAIN = new Brand("Kontor", "#1f5fa8", "#ffffff", null, Map.of());
    private static final CallContext SELF = CallContext.of(
            new Actor(
                    UUID.nameUUIDFromBytes("mail".getBytes(StandardCharsets.UTF_8)),
                    "mail",
                    Account.OPERATOR,
                    Set.of()),
            Source.SYSTEM);

    private final UnitOfWork unitOfWork;
    private final PartnerBrands brands;
    private final String language;
    private final Duration giveUp;
    private final Sender sender;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kontor-mail"));

    private Instant cleaned = Instant.EPOCH;

    @Activate
    public MailDesk(@Reference UnitOfWork unitOfWork, @Reference MailLinks links, MailSettings settings) {
        this.unitOfWork = unitOfWork;
        this.giveUp = Duration.ofHours(Math.max(1, Math.min(720, settings.giveUpHours())));
        Brand read = PLAIN;
        String spoken = "en";
        Sender made = null;
        try {
            read = BrandSettings.read(settings);
            spoken = language(settings.language());
            if (!settings.host().isBlank()) {
                made = sender(links, settings, new PartnerBrands(unitOfWork, read), spoken);
            }
        } catch (IllegalArgumentException e) {
            LOG.error("etc/org.kontor.mail.cfg: {} No mail is sent; mails wait.", e.getMessage());
        }
        this.brands = new PartnerBrands(unitOfWork, read);
        this.language = spoken;
        this.sender = made;
        int pause = Math.max(1, Math.min(3600, settings.lookSeconds()));
        worker.scheduleWithFixedDelay(this::turn, 1, pause, TimeUnit.SECONDS);
    }

    private static String language(String setting) {
        String language = setting.strip();
        if (!Set.of("en", "fr").contains(language)) {
            throw new IllegalArgumentException("language must be en or fr.");
        }
        return language;
    }

    private Sender sender(MailLinks links, MailSettings settings, PartnerBrands read, String spoken) {
        SmtpClient client = new SmtpClient(MailServer.of(
                "", settings.host(), settings.port(), settings.security(), settings.user(), settings._password()));
        List<MailAddress> from = MailAddress.parse("from", Utf8.of(settings.from()));
        if (from.size() != 1) {
            throw new IllegalArgumentException("from must be one address.");
        }
        Templates templates = new Templates(from.get(0), publicUrl(settings.publicUrl()), spoken);
        return new Sender(
                unitOfWork,
                SELF,
                links,
                (mail, link) -> templates.write(mail, link, read.of(mail.account())),
                client::send,
                giveUp,
                Ids::now);
    }

    static URI publicUrl(String setting) {
        try {
            URI url = new URI(setting.strip().replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawQuery() == null && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException("publicUrl must be like https://kontor.example.com.");
    }

    private void turn() {
        try {
            Instant now = Ids.now();
            if (sender == null) {
                Sender.giveUp(unitOfWork, SELF, giveUp, now);
            } else {
                sender.send(() -> !worker.isShutdown());
            }
            if (now.isAfter(cleaned.plus(HOUSEKEEPING))) {
                forget(now);
                cleaned = now;
            }
        } catch (KontorException e) {
            LOG.warn("Mails cannot be sent now: {}", e.getMessage());
        } catch (RuntimeException e) {
            // it would never look again
            LOG.error("Mails cannot be sent", e);
        }
    }

    private void forget(Instant now) {
        Instant before = now.minus(KEPT);
        unitOfWork.write(SELF, transaction -> {
            transaction.signUps().forget(now.minus(OVER), now.minus(NEVER_SENT));
            transaction.links().forget(before);
            transaction.mails().forget(before);
            return null;
        });
    }

    @Override
    public Brand brand() {
        return brands.installation();
    }

    @Override
    public Brand brand(UUID account) {
        return brands.of(account);
    }

    @Override
    public Optional<Brand.Logo> logo(String digest) {
        return brands.logo(digest);
    }

    @Override
    public String language() {
        return language;
    }

    /** What is being sent ends first; no thread is interrupted inside the database. */
    @Deactivate
    public void close() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(1, TimeUnit.MINUTES);
    }
}
