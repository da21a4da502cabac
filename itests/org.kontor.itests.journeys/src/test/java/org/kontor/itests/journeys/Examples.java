/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "The API in ten examples" of docs/api.md, and docs/soap.md behind them: the code blocks of one language, run one after the other as one program, and the
 * answers that stand behind them. Records get names of their own.
 */
final class Examples {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern VARIES = Pattern.compile(ID + "|" + TIME + "|…");

    private final List<String[]> blocks = new ArrayList<>();
    /** Ids as the page shows them → as they are here. */
    private final Map<String, String> ids = new HashMap<>();

    /** @param docs the folder of the pages */
    Examples(Path docs, Api api) throws IOException {
        String page = Files.readString(docs.resolve("api.md"));
        String word = Unique.word("muster");
        String text = (page.substring(page.indexOf("### 1. ")) + Files.readString(docs.resolve("soap.md")))
                .replace("http://localhost:8181", "http://localhost:" + api.port())
                .replace("MUSTER", word.toUpperCase(Locale.ROOT))
                .replace("Muster", "M" + word.substring(1))
                .replace("muster", word)
                .replace("order-4711", "order-" + word);
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new String[] {block.group(1), block.group(2)});
        }
    }

    /**
     * Runs the blocks of a language and compares what they print.
     *
     * @param before what its program begins with
     * @param marker a statement that prints a line, with %s for its text
     * @param command what runs the program; its file is appended
     */
    void run(String language, String before, String marker, Path folder, Api api, String... command) throws Exception {
        StringBuilder program = new StringBuilder(before);
        for (String[] block : blocks) {
            if (block[0].equals(language)) {
                program.append(block[1]).append(marker.formatted("=====")).append('\n');
            }
        }
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("program." + language), program);
        Files.writeString(
                folder.resolve(".netrc"),
                "machine localhost login %s password \"%s\"\n".formatted(api.user(), api.password()));
        List<String> line = new ArrayList<>(List.of(command));
        line.add(file.toString());
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("KONTOR", "http://localhost:" + api.port() + "/kontor");
        builder.environment().put("KONTOR_USER", api.user());
        builder.environment().put("KONTOR_PASSWORD", api.password());
        builder.environment().put("no_proxy", "localhost");
        Path out = folder.resolve("out.txt");
        Path problems = folder.resolve("problems.txt");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(problems.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(out);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("The examples end with an error: " + Files.readString(problems) + "\n" + said);
        }
        compare(language, said.split("=====\n"));
    }

    private void compare(String language, String[] said) {
        int run = -1;
        boolean ours = false;
        for (String[] block : blocks) {
            boolean answer = block[0].isEmpty() || block[0].equals("json");
            if (!answer) {
                ours = block[0].equals(language);
                run += ours ? 1 : 0;
            } else if (ours && !appears(block[1], said[run])) {
                throw new AssertionError("The page shows\n" + block[1] + "\nand the answer is\n" + said[run]);
            }
        }
    }

    /** White space, times and ids may differ; an id is the same one all over the page. */
    private boolean appears(String shown, String said) {
        StringBuilder pattern = new StringBuilder();
        List<String> fresh = new ArrayList<>();
        String text = shown.replaceAll("\\s", "");
        Matcher varying = VARIES.matcher(text);
        int end = 0;
        while (varying.find()) {
            pattern.append(Pattern.quote(text.substring(end, varying.start())));
            end = varying.end();
            String one = varying.group();
            if (one.equals("…")) {
                pattern.append(".*?");
            } else if (TIME.matcher(one).matches()) {
                pattern.append(TIME);
            } else if (ids.containsKey(one)) {
                pattern.append(ids.get(one));
            } else if (fresh.contains(one)) {
                pattern.append("\\k<id").append(fresh.indexOf(one)).append('>');
            } else {
                pattern.append("(?<id")
                        .append(fresh.size())
                        .append('>')
                        .append(ID)
                        .append(')');
                fresh.add(one);
            }
        }
        pattern.append(Pattern.quote(text.substring(end)));
        Matcher found = Pattern.compile(pattern.toString()).matcher(said.replaceAll("\\s", ""));
        if (!found.find()) {
            return false;
        }
        fresh.forEach(id -> ids.put(id, found.group("id" + fresh.indexOf(id))));
        return true;
    }
}
