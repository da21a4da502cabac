/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

/** Lists: searched, filtered, sorted, read page by page to their end; on both databases. */
@RunWith(Parameterized.class)
@Shows({"C2", "V1"})
public class ListsIT {
    private static final int COUNT = 23;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String word;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        word = Unique.word("list");
        for (int i = 0; i < COUNT; i++) {
            // names and codes sort in opposite ways; two of a name
            api.made(
                    "/customers",
                    "{\"name\":\"" + (i % 2 == 0 ? "Ärzte " : "aerzte ") + (char) ('a' + i / 2) + " " + word
                            + "\",\"code\":\"" + word + "-" + (char) ('z' - i) + "\",\"email\":\"mail" + i + "@" + word
                            + ".example\",\"address\":{\"city\":\"Genève\",\"country\":\"" + (i % 3 == 0 ? "CH" : "FR")
                            + "\"}}");
        }
    }

    @Test
    public void everyOrderIsWalkedToItsEnd() throws Exception {
        for (String sort : new String[] {"name", "code", "changed"}) {
            for (int limit : new int[] {1, 5, COUNT - 1, COUNT, COUNT + 1}) {
                List<String> up = walk("/customers?q=" + word + "&sort=" + sort + "&limit=" + limit, limit);
                List<String> down = walk("/customers?q=" + word + "&sort=-" + sort + "&limit=" + limit, limit);
                assertEquals(sort + limit, COUNT, new HashSet<>(up).size());
                assertEquals(sort + limit, COUNT, up.size());
                List<String> turned = new ArrayList<>(down);
                java.util.Collections.reverse(turned);
                assertEquals(sort + limit, up, turned);
                if (sort.equals("code")) {
                    assertEquals(up.stream().sorted(Comparator.naturalOrder()).toList(), up);
                }
            }
        }
    }

    @Test
    public void filtersAndSearchesMeetTheirOwn() throws Exception {
        assertEquals(
                COUNT,
                api.all("/customers?q=" + word.toUpperCase(java.util.Locale.ROOT))
                        .size());
        assertEquals((COUNT + 2) / 3, api.all("/customers?country=ch&q=" + word).size());
        assertEquals(
                COUNT - (COUNT + 2) / 3,
                api.all("/customers?country=FR&q=" + word).size());
        assertEquals(0, api.all("/customers?country=DE&q=" + word).size());
        assertEquals(0, api.all("/customers?archived=true&q=" + word).size());
        assertEquals(
                "accents do not matter",
                COUNT,
                api.all("/customers?q=geneve+" + word).size());
        assertEquals(
                "beginnings of words",
                (COUNT + 1) / 2,
                api.all("/customers?q=arz+" + word).size());
        assertEquals("e-mail", 1, api.all("/customers?q=mail7+" + word).size());
        assertEquals(0, api.all("/customers?q=" + word + "+nothingofthekind").size());
    }

    @Test
    public void whatComesMeanwhileDoesNotDisturb() throws Exception {
        JsonNode first = api.get("/customers?sort=code&limit=10&q=" + word).json();
        String seen = first.path("items").path(0).path("id").asText();
        api.made("/customers", "{\"name\":\"" + word + "\",\"code\":\"" + word + "-0\"}");
        api.post("/customers/" + seen + "/archive", "");
        List<String> rest = new ArrayList<>();
        JsonNode page = first;
        while (page.hasNonNull("next")) {
            page = api.get("/customers?sort=code&limit=10&q=" + word + "&cursor="
                            + page.path("next").asText())
                    .json();
            page.path("items").forEach(one -> rest.add(one.path("code").asText()));
        }
        assertEquals(COUNT - 10, rest.size());
        first.path("items")
                .forEach(one -> assertFalse(rest.contains(one.path("code").asText())));
    }

    private List<String> walk(String path, int limit) throws Exception {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = api.get(path + cursor).json();
            JsonNode items = page.path("items");
            items.forEach(one -> codes.add(one.path("code").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
            assertEquals(
                    path + " " + codes.size(),
                    cursor != null || codes.size() % limit == 0 ? limit : codes.size() % limit,
                    items.size());
        }
        return codes;
    }
}
