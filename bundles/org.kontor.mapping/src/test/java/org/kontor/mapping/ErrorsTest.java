/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.List;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

/** Whatever is wrong in a file is told with its line, column, key and rule. */
@RunWith(Parameterized.class)
@Shows("S4")
public class ErrorsTest {
    private static final String HEAD = "type: customer\nid: id\nfields:\n";

    @Parameters(name = "{1}")
    public static Object[][] errors() {
        return new Object[][] {
            {"", "1:1 empty_file "},
            {"type: [", "1:8 yaml_syntax "},
            {"- a\n", "1:1 wrong_type "},
            {"id: id\n", "1:1 missing_key "},
            {"type: invoice\n", "1:7 unknown_type type"},
            {"type: customer\nfields:\n  name: name\n", "1:1 missing_key "},
            {"type: customer\nid: id\n", "1:1 nothing_mapped "},
            {"type: customer\nfield:\n", "2:1 unknown_key field"},
            {HEAD + "  nmae: name\n", "4:3 unknown_field fields.nmae"},
            {HEAD + "  name: name\n  name: title\n", "5:3 duplicate_key fields.name"},
            {HEAD + "  name:\n    of: name\n", "5:5 unknown_key fields.name.of"},
            {HEAD + "  name:\n    in: [name]\n", "5:9 wrong_type fields.name.in"},
            {HEAD + "  name: ''\n", "4:9 wrong_type fields.name"},
            {HEAD + "  name:\n    in: $trim(name\n", "5:18 expression_syntax fields.name.in"},
            {HEAD + "  name:\n    in: |\n      $trim(\n        name) )\n", "7:1 expression_syntax fields.name.in"},
            {HEAD + "  name:\n    in: a & $nothing\n", "5:13 unknown_name fields.name.in"},
            {HEAD + "  name:\n    in: a & $eval(b)\n", "5:13 not_allowed fields.name.in"},
            {HEAD + "  name:\n    in: $now()\n", "5:9 not_allowed fields.name.in"},
            {HEAD + "  name:\n    in: ($r := /(a+)+/; name)\n", "5:16 not_allowed fields.name.in"},
            {HEAD + "  name: $uppercase(name)\n", "4:9 not_a_path fields.name"},
            {HEAD + "  name: {in: name, out: \"names[0]\"}\n", "4:25 not_a_path fields.name.out"},
            {HEAD + "  name: {in: name, path: name}\n", "4:3 contradiction fields.name"},
            {HEAD + "  name: {merge: ours}\n", "4:3 missing_key fields.name"},
            {HEAD + "  name: {in: name, out: {value: name}}\n", "4:20 missing_key fields.name.out"},
            {HEAD + "  name: {path: name, merge: mine}\n", "4:29 unknown_merge_rule fields.name.merge"},
            {HEAD + "  name: name\n  code: name\n", "5:9 duplicate_target fields.code"},
            {
                HEAD + "  name: name\n  kind: {path: k, values: {a: COMPANY, b: COMPANY}}\n",
                "5:40 values_not_reversible fields.kind.values.b"
            },
            {HEAD + "  name: {in: name, otherwise: x}\n", "4:20 contradiction fields.name.otherwise"},
            {HEAD + "  name: name\nmatch: [fax]\n", "5:9 unknown_match_key match"},
            {HEAD + "  name: name\nmatch: [email]\n", "5:9 match_key_not_mapped match"},
            {HEAD + "  name: name\nmatch: email\n", "5:8 wrong_type match"},
            {HEAD + "  name: name\nlet:\n  payload: a\n", "6:3 reserved_name let.payload"},
            {HEAD + "  name: name\nsend:\n  a[0]: name\n", "6:3 not_a_path send.a[0]"},
            {"x".repeat(300_000), "1:1 too_large "},
            {HEAD + "  name: {in: \"" + "a".repeat(5_000) + "\"}\n", "4:14 too_long fields.name.in"},
        };
    }

    @Parameter
    public String text;

    @Parameter(1)
    public String expected;

    @Test
    public void isToldWithItsPlace() {
        MappingReading reading = Mapping.read("acme-customer.yaml", text);
        assertNull(reading.mapping());
        List<String> told = reading.errors().stream()
                .map(error -> error.line() + ":" + error.column() + " " + error.rule() + " " + error.key())
                .toList();
        assertEquals(reading.errors().toString(), expected, told.isEmpty() ? "" : told.get(0));
    }
}
