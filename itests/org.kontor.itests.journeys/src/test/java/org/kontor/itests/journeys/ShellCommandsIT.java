/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.apache.sshd.common.SshException;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What an administrator does at Karaf's console, by a real ssh session. */
@Shows("V3")
public class ShellCommandsIT extends ShellSession {
    @Test
    @Shows({"C1", "C4", "C5", "U1"})
    public void aCustomerIsMadeShownChangedArchivedAndDeleted() throws Exception {
        String made = well("kontor:customer-create code=" + word + " \"name=Müller & Söhne " + word
                        + "\" kind=company address.country=CH taxId=T-1 \"address.lines=Weg 1\\nHaus 2\" \"tags=b;a\"")
                .text();
        assertEquals("Customer " + word + " created. Show it: kontor:customer-show " + word, made.strip());

        has(
                well("kontor:customer-show " + word).text(),
                "Müller & Söhne " + word,
                "COMPANY",
                "Haus 2",
                "kontor:customer-edit");
        JsonNode shown = well("kontor:customer-show --json " + word).json();
        assertEquals("Müller & Söhne " + word, shown.path("name").asText());
        assertEquals(
                "[\"Weg 1\",\"Haus 2\"]", shown.path("address").path("lines").toString());
        assertEquals("[\"a\",\"b\"]", shown.path("tags").toString());
        assertEquals("SHELL", shown.path("created").path("through").asText());
        assertEquals(
                shown,
                well("kontor:customer-show --json " + shown.path("id").asText()).json());
        assertEquals(
                shown,
                well("kontor:customer-show --json \"Müller & Söhne " + word + "\"")
                        .json());

        String edited = well("kontor:customer-edit " + word + " address.city=Bern taxId=")
                .text();
        has(
                edited,
                "before",
                "address.city",
                "Bern",
                "taxId",
                "T-1",
                "now version 2",
                "kontor:audit --customer " + word);
        has(well("kontor:customer-edit " + word + " address.city=Bern").text(), "Nothing changed");
        has(refused("kontor:customer-edit --version 1 " + word + " address.city=Basel"), "stale_version");

        has(well("kontor:customer-archive " + word).text(), "kontor:customer-unarchive " + word);
        assertEquals(
                0,
                well("kontor:customer-list --json " + word).json().path("items").size());
        assertEquals(
                1,
                well("kontor:customer-list --json --archived true " + word)
                        .json()
                        .path("items")
                        .size());
        has(well("kontor:customer-unarchive " + word).text(), "back in the lists");

        JsonNode audit = well("kontor:audit --json --customer " + word).json().path("items");
        assertEquals(4, audit.size());
        assertEquals("UNARCHIVE", audit.path(0).path("action").asText());
        assertEquals("admin", audit.path(0).path("actor").asText());
        assertEquals("SHELL", audit.path(0).path("source").asText());
        has(well("kontor:audit --source SHELL --customer " + word).text(), "address.city", "T-1 → (empty)");

        has(refused("kontor:customer-delete " + word), "--yes");
        has(well("kontor:customer-delete --yes " + word).text(), "deleted");
        has(refused("kontor:customer-show " + word), "not_found", "kontor:customer-list");
        has(well("kontor:audit --customer " + shown.path("id").asText()).text(), "delete customer");
    }

    @Test
    @Shows({"A1", "A16", "P6"})
    public void accountsMakeATree() throws Exception {
        String partner = word + "-p";
        String below = word + "-e";
        well("kontor:customer-create code=" + partner + " name=North");
        well("kontor:account-create code=" + partner + " type=partner name=North customerId=" + partner);
        well("kontor:customer-create --account " + partner + " code=" + below + " name=Acme" + word);
        well("kontor:account-create --account " + partner + " code=" + below + " type=enterprise name=Acme" + word
                + " customerId=Acme" + word);
        JsonNode seen =
                well("kontor:customer-list --json --account " + partner).json().path("items");
        assertEquals(1, seen.size());
        assertEquals(below, seen.path(0).path("code").asText());
        has(well("kontor:account-suspend " + below).text(), "kontor:account-resume " + below);
        has(
                well("kontor:account-tree " + partner).text(),
                partner + " North (PARTNER)",
                "├─ " + below + " Acme" + word + " (ENTERPRISE, suspended)",
                "North Lab (CUSTOMER, lab)");
        well("kontor:account-resume " + below);
        has(refused("kontor:account-move " + partner + " " + below), "not_held");
        has(well("kontor:account-move " + below + " OPERATOR").text(), "hangs under OPERATOR");
        assertEquals(
                "itself and its lab",
                2,
                well("kontor:account-list --json --account " + partner)
                        .json()
                        .path("items")
                        .size());
        has(well("kontor:account-close " + partner).text(), "closed=false");
        has(refused("kontor:customer-create --account " + partner + " name=New"), "account_closed");
        well("kontor:account-edit " + partner + " closed=false");
        has(refused("kontor:customer-list --account nobody" + word), "not_found");
    }

    @Test
    @Shows({"C2", "C6"})
    public void listsFilterSortAndPage() throws Exception {
        String country = "country=PT tag=" + word;
        for (String code : new String[] {"-b", "-a", "-c"}) {
            well("kontor:customer-create code=" + word + code + " name=" + word + code + " address.country=PT tags="
                    + word + " kind=individual");
        }
        JsonNode first = well("kontor:customer-list --json --sort -code --limit 2 kind=INDIVIDUAL " + country)
                .json();
        assertEquals(word + "-c", first.path("items").path(0).path("code").asText());
        assertEquals(2, first.path("items").size());
        JsonNode second = well("kontor:customer-list --json --sort -code --limit 2 --cursor "
                        + first.path("next").asText() + " kind=INDIVIDUAL " + country)
                .json();
        assertEquals(word + "-a", second.path("items").path(0).path("code").asText());
        assertFalse(second.has("next"));
        has(well("kontor:customer-list --limit 2 " + country).text(), "More follow: add --cursor");

        well("kontor:location-create customerId=" + word + "-a code=" + word + "-L name=Lager type=warehouse");
        JsonNode location = well("kontor:location-list --json customer=" + word + "-a")
                .json()
                .path("items");
        assertEquals(1, location.size());
        assertEquals(second.path("items").path(0).path("id"), location.path(0).path("customerId"));
        has(well("kontor:location-list " + country.substring(11)).text(), "Nothing found");
        has(well("kontor:location-list customer=" + word + "-a").text(), word + "-L", word + "-a", "WAREHOUSE");
        // The subject of the session goes with a command into a pipe.
        has(well("kontor:customer-list tag=" + word + " | grep " + word + "-b").text(), word + "-b");
    }

    @Test
    @Shows("V3")
    public void whatIsWrongIsSaidInSentencesAndFailsTheCommand() throws Exception {
        has(refused("kontor:customer-create kind=robot"), "name: ", "(required)", "kind: ", "'robot'");
        has(refused("kontor:customer-create name=x colour=red"), "colour: There is no such field", "taxId");
        has(refused("kontor:customer-create name"), "FIELD=VALUE");
        has(refused("kontor:customer-list colour=red"), "There is no such filter", "country");
        has(refused("kontor:customer-list --limit 999"), "limit");
        has(refused("kontor:customer-list --sort size"), "--sort", "changed");
        has(refused("kontor:audit --from yesterday"), "2026-11-22");
        has(refused("kontor:run-show 17"), "kontor:run-list");
        has(refused("kontor:connection-show none-" + word), "none-" + word);
        has(refused("kontor:customer-show --nonsense x"), "--nonsense");
    }

    @Test
    @Shows({"P4", "P6", "X2"})
    public void peopleAreAddedAndDoWhatTheirRolesAllow() throws Exception {
        JsonNode added = well("kontor:user-add --json --generate --name \"Rita Reader\" --role read_only " + word)
                .json();
        Api reader = new Api(kontor.port, word, added.path("password").asText());
        assertEquals(200, reader.get("/customers?limit=1").status());
        assertEquals(403, reader.post("/customers", "{\"name\":\"x\"}").status());
        // A shell can do anything to the machine: only operators come in by ssh.
        assertThrows(
                SshException.class, () -> ssh.run(word, added.path("password").asText(), "kontor:customer-list"));

        String operator = word + "-op";
        String password = well("kontor:user-add --json --generate --role platform_operator --role billing " + operator)
                .json()
                .path("password")
                .asText();
        assertEquals(
                0,
                ssh.run(operator, password, "kontor:customer-create code=" + word + " name=" + word)
                        .status());
        assertEquals(
                operator,
                well("kontor:customer-show --json " + word)
                        .json()
                        .path("created")
                        .path("by")
                        .asText());

        has(refused("kontor:user-add --generate --role read_only " + word), "login: Is in use");
        has(refused("kontor:user-add --generate --role king " + word + "2"), "platform_operator");
        has(refused("kontor:user-add --generate --role read_only \"a b\""), "login: ");
        has(refused("kontor:user-add --role read_only " + word + "3"), "--generate");
    }

    @Test
    @Shows({"P6", "P9", "X2"})
    public void tokensAreMadeListedAndRevoked() throws Exception {
        String said = well("kontor:token-create --scope read --days 7 \"ERP " + word + "\"")
                .text();
        has(said, "shown this once", "kontor:token-revoke ");
        String secret = said.replaceAll("(?s).*The secret is (\\S+).*", "$1");
        Wire program = new Wire(kontor.port, "Bearer " + secret);
        assertEquals(200, program.send("GET", "/kontor/api/v1/me", new byte[0]).status());
        String listed = well("kontor:token-list").text();
        has(listed, "ERP " + word, "read", "counts");
        assertFalse(listed, listed.contains(secret));
        JsonNode made = well("kontor:token-create --json --scope full \"CRM " + word + "\"")
                .json();
        String id = made.path("token").path("id").asText();
        assertEquals(
                id,
                well("kontor:token-list --json admin")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText());
        try (Ssh.Typist typist = ssh.typist()) {
            typist.type("kontor:token-revoke " + id.substring(0, 23) + "\t").seen(id);
            typist.type("\r").answered("does not count any more");
        }
        has(well("kontor:token-list").text(), "revoked");
        has(well("kontor:audit --limit 5").text(), "create token", "update token", "(revoked)");
        well("kontor:token-revoke " + said.replaceAll("(?s).*kontor:token-revoke (\\S+).*", "$1"));
        assertEquals(401, program.send("GET", "/kontor/api/v1/me", new byte[0]).status());

        has(refused("kontor:token-create --scope king x"), "--scope", "read, write, full");
        has(refused("kontor:token-create --scope read --days 400 x"), "--days", "366");
        has(refused("kontor:token-list nobody-" + word), "not_found");
        String echoed = refused("kontor:token-revoke " + made.path("secret").asText());
        assertFalse(echoed, echoed.contains(made.path("secret").asText()));
    }

    @Test
    @Shows({"P4", "P6", "P7", "P9", "X2"})
    public void peopleAreLookedAfter() throws Exception {
        String email = word + "@example.com";
        String password = well("kontor:user-add --json --generate --email " + email + " --role read_only " + word)
                .json()
                .path("password")
                .asText();
        Api rita = new Api(kontor.port, word, password);
        assertEquals(200, rita.get("/me").status());
        has(well("kontor:person-list " + word).text(), word, email, "read_only", "last sign-in");
        assertEquals(
                1,
                well("kontor:person-list --json --role read_only --disabled false " + word)
                        .json()
                        .path("items")
                        .size());
        has(refused("kontor:person-list --disabled maybe"), "--disabled", "false, true");
        has(well("kontor:person-show " + word).text(), email, "disabled", "version");

        String changed = well("kontor:person-change --name \"Rita Writer\" --role site_admin --role billing " + word)
                .text();
        has(changed, "now version 2");
        has(well("kontor:person-show " + word).text(), "Rita Writer", "site_admin, billing", email);
        assertEquals(201, rita.post("/customers", "{\"name\":\"x\"}").status());
        has(well("kontor:person-change --name \"Rita Writer\" " + word).text(), "Nothing changed");
        has(refused("kontor:person-change --version 1 --name Old " + word), "stale_version");
        has(refused("kontor:person-change --role king " + word), "platform_operator");

        has(well("kontor:person-disable " + word).text(), "kontor:person-enable " + word);
        assertEquals(401, rita.get("/me").status());
        has(well("kontor:person-list --disabled true " + word).text(), "disabled");
        has(well("kontor:person-enable " + word).text(), "may sign in again");
        assertEquals(200, rita.get("/me").status());

        String made = well("kontor:person-password --json --generate " + word)
                .json()
                .path("password")
                .asText();
        assertEquals(401, rita.get("/me").status());
        for (int i = 0; i < 9; i++) {
            assertEquals(401, rita.get("/me").status());
        }
        has(well("kontor:person-show " + word).text(), "kontor:person-unlock " + word);
        has(well("kontor:person-unlock " + word).text(), "may sign in again");
        assertEquals(200, new Api(kontor.port, word, made).get("/me").status());

        has(refused("kontor:person-show nobody-" + word), "not_found", "kontor:person-list");
        well("kontor:user-add --generate --role platform_operator " + word + "-op");
        has(refused("kontor:person-disable admin"), "themselves");
        has(refused("kontor:person-password " + word), "--generate");
    }

    @Test
    public void aTerminalGetsCompletionTablesThatFitAndAsksForPasswordsUnseen() throws Exception {
        String longName = word + " " + "very long ".repeat(12);
        well("kontor:customer-create code=" + word + "-1 \"name=" + longName + "\"");
        well("kontor:customer-create code=" + word + "-2 name=日本電気" + word);
        try (Ssh.Typist typist = ssh.typist()) {
            typist.type("kontor:customer-show " + word + "-1\r").answered("kontor:customer-edit");

            typist.type("kontor:customer-edit " + word + "-\t").seen(word + "-2");
            typist.type("2 billingAddress.pos\t").seen("billingAddress.postalCode=");
            typist.type("1234 kind=co\t").seen("kind=company");
            typist.type("\r").answered("now version 2");
            typist.type("kontor:user-add --role read_o\t").seen("read_only");
            typist.type(word + "\r").seen("Password: ");
            typist.type("sesame sesame " + word + "\r").seen("The same again: ");
            typist.type("sesame sesame " + word + "\r");
            assertFalse(typist.answered("added.").contains("sesame"));
            typist.type("kontor:person-show " + word.substring(0, word.length() - 1) + "\t")
                    .seen(word);
            typist.type("\r").answered("last sign-in");

            String table = typist.type("kontor:customer-list " + word + "\r").answered("日本電気");
            table.lines()
                    .filter(line -> line.startsWith(word))
                    .forEach(line -> assertTrue(line, line.codePointCount(0, line.length()) <= 80));
            has(table, "…");
        }
        assertEquals(
                200,
                new Api(kontor.port, word, "sesame sesame " + word)
                        .get("/customers?limit=1")
                        .status());
    }

    @Test
    @Shows({"S1", "S13"})
    public void connectionsStopStartAndReadNow() throws Exception {
        Folder folder = new Folder(kontor, "shell-");
        folder.connect("IDLE", "poll", "1h");
        // Once: what lies there before the first look would be read by it.
        Await.until("the first look is over", Folder.DEADLINE, () -> folder.status() != null);
        folder.drop(
                "customers.csv",
                ("name,code\n" + word + "," + word + "\nno code,\n,bad\n").getBytes(StandardCharsets.UTF_8));
        has(well("kontor:connection-sync " + folder.name).text(), "kontor:run-list --connection " + folder.name);
        JsonNode run = folder.ended("customers.csv", Set.of());
        assertEquals(3, run.path("read").asInt());

        String id = run.path("id").asText();
        JsonNode shown = well("kontor:run-show --json " + id).json();
        assertEquals(2, shown.path("items").size());
        assertEquals(
                "REFUSED",
                shown.path("items").path(0).path("result").path("outcome").asText());
        has(well("kontor:run-show --follow --all " + id).text(), "CREATED", "REFUSED", word, "COMPLETED");
        has(well("kontor:run-list --connection " + folder.name).text(), id, "customers.csv");

        has(well("kontor:connection-stop " + folder.name).text(), "also after a restart");
        Await.until("it is stopped", Folder.DEADLINE, () -> state(folder).equals("STOPPED"));
        Await.until("its file says so", Folder.DEADLINE, () -> Files.readString(
                        kontor.karaf.resolve("etc/org.kontor.connection-" + folder.name + ".cfg"))
                .replace(" ", "")
                .contains("enabled=false"));
        has(refused("kontor:connection-sync " + folder.name), "STOPPED");
        has(well("kontor:connection-show " + folder.name).text(), "kontor:connection-start " + folder.name);
        well("kontor:connection-start " + folder.name);
        Await.until("it runs again", Folder.DEADLINE, () -> state(folder).equals("IDLE"));
        has(well("kontor:connection-list").text(), folder.name, "files", "IDLE");

        has(well("kontor:connection-pause " + folder.name).text(), "kontor:connection-resume " + folder.name);
        Await.until("it is paused", Folder.DEADLINE, () -> state(folder).equals("PAUSED"));
        has(refused("kontor:connection-sync " + folder.name), "PAUSED");
        has(well("kontor:connection-show " + folder.name).text(), "PAUSED", "kontor:connection-resume " + folder.name);
        well("kontor:connection-resume " + folder.name);
        Await.until("it goes on", Folder.DEADLINE, () -> state(folder).equals("IDLE"));
        has(refused("kontor:connection-sync --record 7 " + folder.name), "cannot read something once more");
        has(refused("kontor:connection-sync --changed soon " + folder.name), "FROM..TO");
        has(refused("kontor:connection-reconcile " + folder.name), "cannot be compared");
        has(refused("kontor:drift-show " + folder.name), "was not compared yet");
        kontor.removeConnection(folder.name);
    }

    @Test
    @Shows({"S4", "S16"})
    public void aMappingFileIsTriedOnAPayload() throws Exception {
        Path files = Files.createDirectory(kontor.home.resolve("mapping-" + word));
        Path mapping = files.resolve("crm-customer.yaml");
        Files.writeString(
                mapping,
                "type: customer\nid: nr\narchived: state = 'gone'\nfields:\n  name: firm\n  address.country:\n"
                        + "    in: $country(land)\n");
        Path payload = Files.writeString(
                files.resolve("payload.json"), "{\"nr\": 7, \"firm\": \" Müller \", \"land\": \"deu\"}");
        String command = "kontor:mapping-test " + mapping + " " + payload;
        has(
                well(command).text(),
                "Record 7, not archived",
                "address.country  DE      $country(land)     7",
                "name             Müller  firm               5");
        JsonNode json = well("kontor:mapping-test --json " + mapping + " " + payload)
                .json()
                .path("records")
                .path(0);
        assertEquals("7", json.path("externalId").asText());
        assertEquals("name", json.path("fields").path(0).path("field").asText());
        assertEquals("Müller", json.path("fields").path(0).path("value").asText());

        Files.writeString(payload, "{\"nr\": 7, \"land\": \"XX\"}");
        has(well(command).text(), "Refused: address.country: No country has this code. (country_unknown, got 'XX')");
        Files.writeString(mapping, "type: customer\nid: nr\nfields:\n  name: firm\n  fax: fax\n");
        has(
                refused(command),
                "crm-customer.yaml:5:3: fields.fax: A customer has no field fax. [unknown_field]",
                "The file has 1 error.");
        Files.writeString(payload, "{\"nr\": 7,\n \"land\"");
        has(refused(command), "payload: This is no JSON. In line 2");
        has(refused("kontor:mapping-test " + files.resolve("none.yaml") + " " + payload), "not_found");
        has(refused("kontor:mapping-show nobody customer"), "not_found", "'nobody'");
        has(refused("kontor:mapping-show nobody robot"), "customer, location");

        Path folder = Files.createDirectories(kontor.karaf.resolve("etc/kontor/mappings"));
        Path unused = Files.writeString(folder.resolve(word + "-customer.yaml"), "type: customer\n");
        has(well("kontor:mapping-list").text(), word + "-customer.yaml", "unused", "CONNECTION-TYPE.yaml");
        Files.delete(unused);
    }

    private String state(Folder folder) throws IOException {
        return ssh.run("kontor:connection-show --json " + folder.name)
                .json()
                .path("state")
                .asText();
    }
}
