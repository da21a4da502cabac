/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.dns.internal;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

import org.kontor.spi.dns.TextRecords;

/**
 * Asks servers of the DNS, each time anew: what was set a moment ago is to be seen. Of a name nothing but TXT records is asked.
 * Thread-safe.
 */
@Component(configurationPid = DnsTextRecords.PID)
@Designate(ocd = DnsTextRecords.Config.class)
public final class DnsTextRecords implements TextRecords {
    /** {@code etc/org.kontor.domains.cfg}. */
    @ObjectClassDefinition(name = "Kontor domains", description = "How e-mail domains are proven")
    public @interface Config {
        @AttributeDefinition(
                name = "Servers",
                description =
                        "of the DNS, with commas between them, like 192.0.2.53, 192.0.2.54:5353; none for those of"
                                + " the machine")
        String[] servers() default {};

        @AttributeDefinition(name = "Seconds", description = "until an answer must be there", min = "1", max = "30")
        int timeoutSeconds() default 5;
    }

    static final String PID = "org.kontor.domains";
    private static final Logger LOG = LoggerFactory.getLogger(DnsTextRecords.class);
    private static final int MOST_SECONDS = 30;
    /** Of one set, and characters of one text: what is more is somebody else's. */
    private static final int MOST_TEXTS = 100;

    private static final int LONGEST_TEXT = 1000;
    private static final int MAX_REDIRECTS = 5;
    private static final int TRIES = 2;

    private record Values(List<InetSocketAddress> servers, Duration timeout) {}

    private volatile Values values;

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public DnsTextRecords(Config config) {
        change(config);
    }

    DnsTextRecords(int timeoutSeconds, String... servers) {
        set(timeoutSeconds, servers);
    }

    @Modified
    void change(Config config) {
        set(config.timeoutSeconds(), config.servers());
    }

    private void set(int timeoutSeconds, String... servers) {
        if (timeoutSeconds < 1 || timeoutSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException(
                    PID + ": timeoutSeconds must be from 1 to " + MOST_SECONDS + ", not " + timeoutSeconds);
        }
        values = new Values(DnsServers.of(servers), Duration.ofSeconds(timeoutSeconds));
    }

    /** Ends the library's threads, which would keep this bundle's classes. */
    @Deactivate
    public void close() {
        NioClient.close();
    }

    @Override
    public Answer at(String name) {
        Values now = values;
        CompletableFuture<LookupResult> look = null;
        try {
            look = LookupSession.builder()
                    .resolver(resolver(now))
                    .maxRedirects(MAX_REDIRECTS)
                    .build()
                    .lookupAsync(Name.fromString(name, Name.root), Type.TXT)
                    .toCompletableFuture();
            return new Answer(
                    true,
                    texts(look.get(now.timeout().toMillis(), TimeUnit.MILLISECONDS)
                            .getRecords()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoSuchDomainException || e.getCause() instanceof NoSuchRRSetException) {
                return new Answer(true, List.of());
            }
            return unreached(name, e.getCause());
        } catch (TimeoutException e) {
            look.cancel(true);
            return unreached(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreached(name, e);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("No name of the DNS: " + name, e);
        }
    }

    private static Answer unreached(String name, Throwable reason) {
        LOG.info("The DNS gave no answer for {}: {}", name, String.valueOf(reason));
        return new Answer(false, List.of());
    }

    private static Resolver resolver(Values now) {
        List<InetSocketAddress> servers = now.servers();
        if (servers.isEmpty()) {
            // those of the machine may be others by now
            ResolverConfig.refresh();
            servers = ResolverConfig.getCurrentConfig().servers();
        }
        ExtendedResolver resolver =
                new ExtendedResolver(servers.stream().map(SimpleResolver::new).toArray(Resolver[]::new));
        resolver.setRetries(TRIES);
        resolver.setTimeout(now.timeout().dividedBy(TRIES));
        return resolver;
    }

    private static List<String> texts(List<Record> records) {
        List<String> texts = new ArrayList<>();
        for (Record record : records) {
            if (record instanceof TXTRecord text && texts.size() < MOST_TEXTS) {
                texts.add(text(text));
            }
        }
        return texts;
    }

    /** A text longer than 255 bytes comes in parts. */
    private static String text(TXTRecord record) {
        StringBuilder whole = new StringBuilder();
        for (byte[] part : record.getStringsAsByteArrays()) {
            whole.append(new String(part, StandardCharsets.UTF_8));
        }
        return whole.length() > LONGEST_TEXT ? whole.substring(0, LONGEST_TEXT) : whole.toString();
    }
}
