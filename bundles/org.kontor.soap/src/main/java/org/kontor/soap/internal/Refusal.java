/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** A fault of no declared type; its text begins with the stable code and is fit to be shown. */
final class Refusal extends SoapFault {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final boolean ours;

    private Refusal(ErrorCode code, String message, boolean ours) {
        super(code.code() + ": " + message, ours ? Fault.FAULT_CODE_SERVER : Fault.FAULT_CODE_CLIENT);
        this.code = code;
        this.ours = ours;
    }

    /** The fault of a refusal for which there is no type. */
    static Refusal of(KontorException refusal, String correlation) {
        String message = XmlText.of(refusal.getMessage());
        return switch (refusal.code()) {
            case INTERNAL -> internal(correlation);
            case UNAVAILABLE, TOO_MANY_REQUESTS -> byServer(refusal.code(), message);
            default -> byClient(refusal.code(), message);
        };
    }

    static Refusal byClient(ErrorCode code, String message) {
        return new Refusal(code, message, false);
    }

    static Refusal byServer(ErrorCode code, String message) {
        return new Refusal(code, message, true);
    }

    /** What clients see of a failure whose reason is none of their business. */
    static Refusal internal(String correlation) {
        return byServer(
                ErrorCode.INTERNAL, "Something failed on the server. Ask its operator about " + correlation + ".");
    }

    /** Whether the server is to blame, or the client. */
    boolean ours() {
        return ours;
    }

    /** Whether it hides a failure that nobody foresaw. */
    boolean internal() {
        return code == ErrorCode.INTERNAL;
    }
}
