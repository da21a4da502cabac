/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.brand.AccountBrand;
import org.kontor.api.brand.BrandParts;
import org.kontor.api.brand.Brands;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.core.brand.BrandDesk;
import org.kontor.mail.Brand;
import org.kontor.mail.internal.PartnerBrands;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Each partner's own look, completed from above. */
@Shows({"P2", "U1"})
public class BrandsTest extends OnBothDatabases {
    private static final Brand OURS = new Brand(
            "Kontor",
            "#1f5fa8",
            "#ffffff",
            new Brand.Logo("image/png", png(1)),
            Map.of("en", "Ours", "fr", "Le nôtre"));

    private Brands brands;
    private PartnerBrands looks;

    @Before
    public void desk() {
        brands = new BrandDesk(unitOfWork);
        looks = new PartnerBrands(unitOfWork, OURS);
    }

    private static byte[] png(int salt) {
        return ByteBuffer.allocate(40)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'})
                .putInt(120)
                .putInt(40)
                .putInt(salt)
                .array();
    }

    /** Somebody who looks after the account. */
    private static CallContext of(Account account) {
        return CallContext.of(
                new Actor(UUID.randomUUID(), "paula", account.id(), Set.of(Role.PARTNER_ADMIN)), Source.REST);
    }

    private Account account(CallContext above, String name, AccountType type) {
        UUID customer = customers
                .create(
                        above,
                        FieldValues.builder().set(CustomerField.NAME, name).build())
                .id();
        return accounts.create(
                above,
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, type.name())
                        .set(AccountField.CUSTOMER, customer)
                        .build());
    }

    private static BrandParts parts(String name, String colour, String english) {
        return new BrandParts(name, colour, english == null ? Map.of() : Map.of("en", english));
    }

    private AccountBrand logo(CallContext context, Long version, byte[] bytes) {
        return brands.putLogo(context, version, new ByteArrayInputStream(bytes));
    }

    @Test
    public void theNearestPartnerIsSeenAndCompletedFromAbove() {
        Account north = account(ME, "North", AccountType.PARTNER);
        Account reseller = account(of(north), "Reseller", AccountType.PARTNER);
        Account miller = account(of(reseller), "Miller", AccountType.CUSTOMER);
        Account south = account(ME, "South", AccountType.PARTNER);
        assertEquals(OURS, looks.of(miller.id()));

        brands.put(of(north), null, parts("North", "#FFD800", "From the north"));
        logo(of(north), 1L, png(2));
        brands.put(of(south), null, parts("South", "#000000", null));
        Brand seen = looks.of(miller.id());
        assertEquals("North", seen.name());
        assertEquals("#ffd800", seen.colour());
        assertEquals("#000000", seen.ink());
        assertEquals(Map.of("en", "From the north", "fr", "Le nôtre"), seen.texts());
        assertArrayEquals(png(2), seen.logo().bytes());

        brands.put(of(reseller), null, parts("Reseller", null, null));
        seen = looks.of(miller.id());
        assertEquals("Reseller", seen.name());
        assertEquals("#ffd800", seen.colour());
        assertArrayEquals(png(2), seen.logo().bytes());
        assertEquals(
                "the other one, at the same time", "South", looks.of(south.id()).name());
        assertEquals("#ffffff", looks.of(south.id()).ink());
        assertArrayEquals(OURS.logo().bytes(), looks.of(south.id()).logo().bytes());
        assertEquals(OURS, looks.of(Account.OPERATOR));

        accounts.move(ME, reseller.id(), 1, south.id());
        assertEquals("it stands elsewhere now", "#000000", looks.of(miller.id()).colour());
        brands.delete(of(reseller), 1);
        assertEquals("South", looks.of(miller.id()).name());
    }

    @Test
    public void aLogoIsFoundByItsDigestWhileSomebodyHasIt() {
        Account north = account(ME, "North", AccountType.PARTNER);
        String digest = logo(of(north), null, png(2)).logo().sha256();
        assertArrayEquals(png(2), looks.logo(digest).orElseThrow().bytes());
        assertArrayEquals(
                OURS.logo().bytes(),
                looks.logo(OURS.logo().digest()).orElseThrow().bytes());
        assertArrayEquals(png(2), brands.logo(of(north)));
        assertNull(brands.removeLogo(of(north), 1).logo());
        assertTrue(looks.logo(digest).isEmpty());
        assertRefused(ErrorCode.NOT_FOUND, () -> brands.logo(of(north)));
        assertRefused(ErrorCode.NOT_FOUND, () -> brands.removeLogo(of(north), 2));
    }

    @Test
    public void changesAreVersionedAndAudited() {
        Account north = account(ME, "North", AccountType.PARTNER);
        CallContext paula = of(north);
        assertRefused(ErrorCode.NOT_FOUND, () -> brands.get(paula));
        assertRefused(ErrorCode.STALE_VERSION, () -> brands.put(paula, 1L, parts("North", null, null)));
        assertEquals(1, brands.put(paula, null, parts("North", null, null)).version());
        assertRefused(ErrorCode.VERSION_REQUIRED, () -> brands.put(paula, null, parts("N", null, null)));
        assertEquals(
                "nothing new", 1, brands.put(paula, 1L, parts("North", " ", "")).version());
        AccountBrand pictured = logo(paula, 1L, png(2));
        assertEquals(2, pictured.version());
        assertEquals(
                "the logo stays",
                pictured.logo(),
                brands.put(paula, 2L, parts("N", null, null)).logo());
        assertRefused(ErrorCode.STALE_VERSION, () -> brands.delete(paula, 2));
        brands.delete(paula, 3);
        assertRefused(ErrorCode.NOT_FOUND, () -> brands.get(paula));

        List<AuditEntry> entries =
                new ArrayList<>(journal.find(paula, new AuditQuery(null, north.id(), null, null, null, null, 50, null))
                        .items());
        entries.removeIf(entry -> !entry.recordType().equals("brand"));
        assertEquals(
                List.of("DELETE 4", "UPDATE 3", "UPDATE 2", "CREATE 1"),
                entries.stream()
                        .map(entry -> entry.action() + " " + entry.version())
                        .toList());
        assertEquals("logo", entries.get(2).changes().get(0).field());
        assertEquals(
                "sha256:" + pictured.logo().sha256(),
                entries.get(2).changes().get(0).after());
    }

    @Test
    @Shows("P6")
    public void whoMaySetIt() {
        Account north = account(ME, "North", AccountType.PARTNER);
        Account miller = account(of(north), "Miller", AccountType.CUSTOMER);
        CallContext reader = CallContext.of(
                new Actor(UUID.randomUUID(), "rita", north.id(), Set.of(Role.CUSTOMER_SUCCESS)), Source.REST);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> brands.put(reader, null, parts("N", null, null)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> logo(reader, null, png(1)));
        brands.put(of(north), null, parts("N", null, null));
        assertEquals("N", brands.get(reader).name());
        assertRefused(ErrorCode.ACCESS_DENIED, () -> brands.delete(reader, 1));
        CallContext mia = CallContext.of(
                new Actor(UUID.randomUUID(), "mia", miller.id(), Set.of(Role.ACCOUNT_ADMIN)), Source.REST);
        assertViolations(List.of("account not_a_partner"), () -> brands.put(mia, null, parts("N", null, null)));
        assertViolations(List.of("account not_a_partner"), () -> brands.put(ME, null, parts("N", null, null)));
    }

    @Test
    @Shows("X3")
    public void whatIsNoBrandIsRefused() {
        CallContext paula = of(account(ME, "North", AccountType.PARTNER));
        for (String[] wrong : new String[][] {
            {"x".repeat(101), "name too_long"},
            {"x".repeat(10_000), "name too_long"},
            {"a\r\nBcc: b@example.com", "name control_character"},
            {"a\0b", "name control_character"},
        }) {
            assertViolations(List.of(wrong[1]), () -> brands.put(paula, null, parts(wrong[0], null, null)));
        }
        assertViolations(
                List.of("colour malformed_colour", "text.en too_long"),
                () -> brands.put(paula, null, parts("N", "#fff;}", "x".repeat(301))));
        assertViolations(
                List.of("text unknown_choice"),
                () -> brands.put(paula, null, new BrandParts("N", null, Map.of("de", "x"))));
        AccountBrand odd = brands.put(paula, null, parts("\u05d0\u05d1 e\u0301 \ud83c\udf32", "#ABCDEF", "\u0627"));
        assertEquals("\u05d0\u05d1 \u00e9 \ud83c\udf32", odd.name());
        assertEquals(odd, brands.get(paula));
    }

    @Test
    @Shows("X3")
    public void aLogoThatDoesMoreThanToBeSeenIsRefused() {
        CallContext paula = of(account(ME, "North", AccountType.PARTNER));
        String open = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";
        String gradient = "<defs><linearGradient id='a'><stop offset='0'/></linearGradient>"
                + "<linearGradient id='b' xlink:href='#a'/></defs><style>.x{fill:url(#a)}</style>";
        assertEquals(
                "image/svg+xml",
                logo(paula, null, bytes("<?xml version='1.0'?>\n" + open + ">" + gradient + "<path d='M0 0'/></svg>"))
                        .logo()
                        .mediaType());
        for (String unsafe : new String[] {
            open + "><script>alert(1)</script></svg>",
            open + " onload='alert(1)'/>",
            open + "><a href='javascript:alert(1)'><path/></a></svg>",
            open + "><image href='https://example.com/x.png'/></svg>",
            open + "><use href='#a'/></svg>",
            open + "><foreignObject><p/></foreignObject></svg>",
            open + "><style>@import 'https://example.com/x.css';</style></svg>",
            open + "><style>.x{fill:url( \"https://example.com/x\")}</style></svg>",
            open + "><style><g/>@import url(//example.com/x.css);</style></svg>",
            open + "><style>.x{fill:ur<!-- -->l(http://example.com/x)}</style></svg>",
            open + "><style>.x{fill:ur<![CDATA[l(http://example.com/x)}]]></style></svg>",
            open + "><path style='fill:url(//example.com)'/></svg>",
            open + "><linearGradient xlink:href='https://example.com/#a'/></svg>",
            open + "><animate attributeName='href' to='x'/></svg>",
            "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + open + "><text>&a;</text></svg>",
            "<?xml-stylesheet href='x'?>" + open + "/>",
            "<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>",
            "<svg onload='x'/>",
            open + "><g>",
            open + ">" + "<g>".repeat(60) + "</g>".repeat(60) + "</svg>",
        }) {
            assertViolations(List.of("logo unsafe_svg"), () -> logo(paula, 1L, bytes(unsafe)));
        }
        assertViolations(List.of("logo unknown_type"), () -> logo(paula, 1L, bytes("<html>")));
        assertViolations(List.of("logo unknown_type"), () -> logo(paula, 1L, new byte[0]));
        byte[] huge = png(1);
        ByteBuffer.wrap(huge).putInt(16, 100_000);
        assertViolations(List.of("logo out_of_range"), () -> logo(paula, 1L, huge));
        byte[] many = new byte[Brands.MAX_LOGO + 1];
        System.arraycopy(png(1), 0, many, 0, 24);
        assertRefused(ErrorCode.BODY_TOO_LARGE, () -> logo(paula, 1L, many));
        assertEquals(1, brands.get(paula).version());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    public void anAccountWithABrandIsNotDeleted() {
        Account north = account(ME, "North", AccountType.PARTNER);
        brands.put(of(north), null, parts("N", null, null));
        KontorException refusal = assertThrows(KontorException.class, () -> accounts.delete(ME, north.id(), 1));
        assertEquals(ErrorCode.IN_USE, refusal.code());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("a brand"));
        brands.delete(of(north), 1);
        accounts.delete(ME, north.id(), 1);
        assertFalse(accounts.find(ME, RecordQuery.ALL).items().stream()
                .anyMatch(one -> one.id().equals(north.id())));
    }

    @Test
    public void twoWhoSetItAtOnceDoItOneAfterTheOther() throws Exception {
        CallContext paula = of(account(ME, "North", AccountType.PARTNER));
        assertEquals(
                List.of("VERSION_REQUIRED", "done"),
                atOnce(
                        () -> brands.put(paula, null, parts("A", null, null)),
                        () -> brands.put(paula, null, parts("B", null, null))));
    }
}
