/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.WriteTransaction;

/** Codes are unique in the managing account, and made where none is given (C1). In sets; stateless. */
final class CodeRule {
    /** Of a made code, at least. */
    private static final int DIGITS = 6;

    private CodeRule() {}

    static void apply(WriteTransaction transaction, RecordType type, List<Candidate> candidates) {
        Candidate.open(candidates).stream()
                .collect(Collectors.groupingBy(candidate -> candidate.account))
                .forEach((account, ofAccount) -> apply(transaction, type, account, ofAccount));
    }

    /** Codes are unique in the managing account. */
    private static void apply(WriteTransaction transaction, RecordType type, UUID account, List<Candidate> candidates) {
        Field field = type.codeField();
        Map<String, Candidate> claimed = new HashMap<>();
        List<Candidate> without = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String code = candidate.values.text(field);
            if (code == null) {
                without.add(candidate);
            } else if ((candidate.changes(field) || candidate.moves())
                    && claimed.putIfAbsent(code, candidate) != null) {
                candidate.refuse(taken(code));
            }
        }
        Map<String, BusinessRecord> stored =
                claimed.isEmpty() ? Map.of() : transaction.records().byCodes(type, account, claimed.keySet());
        claimed.forEach((code, candidate) -> {
            BusinessRecord owner = stored.get(code);
            if (owner != null && !owner.id().equals(candidate.id)) {
                candidate.refuse(taken(code));
            }
        });
        make(transaction, type, account, without, claimed.keySet());
    }

    /** Somebody may have given a code by hand that looks like a made one: such numbers are passed over. */
    private static void make(
            WriteTransaction transaction, RecordType type, UUID account, List<Candidate> without, Set<String> claimed) {
        List<Candidate> waiting = without;
        while (!waiting.isEmpty()) {
            List<String> codes = transaction.nextNumbers(type, waiting.size()).stream()
                    .map(number -> made(type, number))
                    .toList();
            Set<String> used = new HashSet<>(claimed);
            used.addAll(transaction.records().byCodes(type, account, codes).keySet());
            List<Candidate> left = new ArrayList<>();
            for (int i = 0; i < waiting.size(); i++) {
                if (used.contains(codes.get(i))) {
                    left.add(waiting.get(i));
                } else {
                    Candidate candidate = waiting.get(i);
                    candidate.values = candidate.values.with(FieldValues.builder()
                            .set(type.codeField(), codes.get(i))
                            .build());
                }
            }
            waiting = left;
        }
    }

    private static String made(RecordType type, long number) {
        String digits = Long.toString(number);
        return type.name().charAt(0) + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    private static KontorException taken(String code) {
        return new KontorException(ErrorCode.CODE_TAKEN, "The code '" + code + "' is in use by another record.");
    }
}
