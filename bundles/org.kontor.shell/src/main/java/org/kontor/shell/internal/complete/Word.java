/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;

/** Completes the word under the cursor from what there is; looks up a few at most. Thread-safe. */
abstract class Word implements Completer {
    static final int MOST = 30;

    /**
     * @param command as it is typed
     * @param word up to the cursor
     */
    abstract List<Candidate> candidates(String command, String word);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        List<Candidate> found = found(line);
        found.forEach(candidate -> candidates.add(candidate.value()));
        return found.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    @Override
    public final void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        candidates.addAll(found(line));
    }

    private List<Candidate> found(CommandLine line) {
        String word = Optional.ofNullable(line.getCursorArgument()).orElse("");
        if (line.getCursorArgumentIndex() == 0) {
            // Karaf asks whether a word further to the left could be right; the command says so when it runs.
            return List.of(plain(word));
        }
        int cursor = Math.max(0, Math.min(line.getArgumentPosition(), word.length()));
        try {
            return candidates(line.getArguments()[0], word.substring(0, cursor));
        } catch (KontorException nobodyHere) {
            return List.of();
        }
    }

    static RecordType type(String command) {
        return Arrays.stream(RecordType.values())
                .filter(type -> command.contains(type.key() + "-"))
                .findFirst()
                .orElse(RecordType.CUSTOMER);
    }

    static Candidate plain(String value) {
        return new Candidate(value, true);
    }

    /** @param complete whether the word ends with it */
    static Candidate of(String value, String description, boolean complete) {
        return new Candidate(value, value, null, description, null, null, complete);
    }

    static boolean begins(String text, String word) {
        return text.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }
}
