/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.kontor.testing.Await;

/**
 * A mail server that Kontor is set up for. Its port is one for as long as Kontor runs, so that the settings are written once: Karaf notes
 * the state of a file when it has told of a change, and would take for known what was written in that moment.
 */
final class Letters implements AutoCloseable {
    /** Longer than the pause behind a first try that fails. */
    private static final Duration SOON = Duration.ofSeconds(90);

    private static final Pattern LINK =
            Pattern.compile("http://[^\\s\"<]+/kontor/account/(?:password|confirm)/[A-Za-z0-9_-]{43}");
    private static final Map<KontorProcess, Integer> PORTS = new HashMap<>();

    final GreenMail server;

    /** It is down until it is started. */
    Letters(KontorProcess kontor) throws Exception {
        Integer port = PORTS.get(kontor);
        if (port == null) {
            port = KontorProcess.freePort();
            setUp(kontor, port);
            PORTS.put(kontor, port);
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static void setUp(KontorProcess kontor, int port) throws Exception {
        // of its own, so that a page shows whether the file counts
        String colour = String.format("%06x", port);
        Path file = kontor.karaf.resolve("etc/org.kontor.mail.cfg");
        Path fresh = Files.writeString(
                file.resolveSibling("mail.tmp"),
                "host = 127.0.0.1\nport = " + port
                        + "\nsecurity = none\nfrom = kontor@example.com\npublicUrl = http://127.0.0.1:" + kontor.port
                        + "/\nbrand.name = Kontor Zürich\nbrand.colour = #" + colour
                        + "\nbrand.text.en = Example Ltd, Bern\nlookSeconds = 1\nlanguage = en\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        Await.until("the settings of the mail count", SOON, () -> kontor.api()
                .anonymous("GET", "/kontor/account/forgotten")
                .text()
                .contains("/style/" + colour + ".css"));
    }

    List<MimeMessage> to(String address) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (mail.getHeader("To")[0].contains(address)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    /** The mail of this number to the address, from 1, when it has come. */
    MimeMessage await(String address, int number) {
        return Await.value(
                "mail " + number + " to " + address,
                SOON,
                () -> to(address).size() < number ? null : to(address).get(number - 1));
    }

    static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    static String html(MimeMessage mail) throws Exception {
        Object content = ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
        // with a picture beside it
        return (String)
                (content instanceof MimeMultipart related
                        ? related.getBodyPart(0).getContent()
                        : content);
    }

    static String link(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(text(mail));
        if (!link.find()) {
            throw new AssertionError("No link in " + text(mail));
        }
        return link.group();
    }

    @Override
    public void close() {
        server.stop();
    }
}
