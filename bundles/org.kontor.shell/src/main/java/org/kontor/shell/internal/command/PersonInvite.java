/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.NewInvitation;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-invite}: one person, or those in a file (P2, P3). */
@Service
@Command(
        scope = "kontor",
        name = "person-invite",
        description = "Invites somebody by mail to set a password and sign in, or all people in a file")
public final class PersonInvite extends PersonCommand {
    @Option(name = "--login", description = "What the person signs in with; without it the e-mail")
    private String login;

    @Option(name = "--name", description = "For people to read; without it the e-mail")
    private String name;

    @Option(name = "--role", description = "What the person may do; may be given several times", multiValued = true)
    @Completion(RoleCompleter.class)
    private List<String> roles;

    @Option(name = "--language", description = "Of the mail: en or fr")
    private String language;

    @Option(name = "--later", description = "Keeps it until kontor:invitation-resend sends it")
    private boolean later;

    @Option(
            name = "--file",
            description = "CSV or XLSX on the server with the columns name, email, roles (with spaces between), and"
                    + " login and language if you like")
    @Completion(FileCompleter.class)
    private String file;

    @Argument(name = "email", description = "Where the invitation goes")
    private String email;

    /** What became of a row of the file. */
    private record Row(long line, String email, Invitation invitation, KontorException refusal) {}

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        call.requireInviter();
        if ((file == null) == (email == null)) {
            throw KontorException.invalid("email", "required", "Name an e-mail, or a file with --file.", null);
        }
        if (file != null) {
            inviteAll(call, screen, ServerFile.toRead(file));
            return;
        }
        Set<Role> given = roles == null ? Set.of() : roles(roles);
        Invitation made = desk().invitations()
                .invite(call, new NewInvitation(login, name == null ? email : name, email, given, language, later));
        if (json()) {
            Json.print(screen.out(), made);
        } else {
            screen.say(
                    later
                            ? "Person " + made.login() + " added. Send the invitation: kontor:invitation-resend "
                                    + made.id()
                            : "Person " + made.login() + " added; the invitation goes to " + made.email()
                                    + ". How far it came: kontor:invitation-list");
        }
    }

    private void inviteAll(CallContext call, Screen screen, Path path) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (InvitationFile.Line line : InvitationFile.read(path)) {
            rows.add(invite(call, line));
        }
        long refused = rows.stream().filter(row -> row.refusal() != null).count();
        if (json()) {
            Json.print(
                    screen.out(),
                    Map.of("items", rows.stream().map(PersonInvite::document).toList()));
            return;
        }
        screen.table(
                List.of(Column.whole("line"), Column.text("email"), Column.whole("result"), Column.text("reason")),
                rows.stream()
                        .map(row ->
                                List.of(String.valueOf(row.line()), Texts.of(row.email()), result(row), reason(row)))
                        .toList());
        screen.say(Texts.count(rows.size() - refused, "person") + " invited, " + refused + " refused.");
    }

    private Row invite(CallContext call, InvitationFile.Line line) {
        try {
            Invitation made = desk().invitations()
                    .invite(
                            call,
                            new NewInvitation(
                                    line.cell("login"),
                                    line.cell("name"),
                                    line.cell("email"),
                                    roles(line.roles()),
                                    line.cell("language") == null ? language : line.cell("language"),
                                    later));
            return new Row(line.number(), made.email(), made, null);
        } catch (KontorException e) {
            return new Row(line.number(), line.cell("email"), null, e);
        }
    }

    private static String result(Row row) {
        return row.refusal() == null
                ? row.invitation().state().name().toLowerCase(Locale.ROOT)
                : row.refusal().code().code();
    }

    private static String reason(Row row) {
        return row.refusal() == null
                ? ""
                : Texts.reason(row.refusal().getMessage(), row.refusal().violations());
    }

    private static Map<String, Object> document(Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", row.line());
        document.put("invitation", row.invitation());
        document.put("code", row.refusal() == null ? null : row.refusal().code().code());
        document.put("detail", row.refusal() == null ? null : row.refusal().getMessage());
        return document;
    }
}
