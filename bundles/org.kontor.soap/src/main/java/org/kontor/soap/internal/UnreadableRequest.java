/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.io.IOException;
import java.util.regex.Pattern;

import javax.xml.bind.UnmarshalException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

import org.apache.cxf.interceptor.Fault;
import org.xml.sax.SAXParseException;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** What to tell a client whose request cannot be read, in words without names of our code or of libraries. */
final class UnreadableRequest {
    private static final int SHOWN = 300;
    private static final Pattern SCHEMA_RULE = Pattern.compile("^cvc-[A-Za-z0-9.-]+: ");
    private static final Pattern NO_NAMESPACE =
            Pattern.compile("^Invalid content was found starting with element '\\w+'");
    private static final Pattern PARSER_PLACE =
            Pattern.compile("(?s)^ParseError at \\[row,col]:\\[[\\d,-]*]\\s*Message: |\\s*at \\[row,col.*$");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*");

    private final Contract contract;
    private final Pattern listOfOurs;

    UnreadableRequest(Contract contract) {
        this.contract = contract;
        this.listOfOurs = Pattern.compile("'\\{(\"" + Pattern.quote(contract.namespace()) + "\":[^{}']*)}'");
    }

    /** Null when the exception does not tell of the request, but of a failure of ours. */
    Fault fault(Throwable exception, String correlation) {
        KontorException refusal = find(KontorException.class, exception);
        if (refusal != null) {
            return Refusal.of(refusal, correlation);
        }
        XMLStreamException syntax = find(XMLStreamException.class, exception);
        if (syntax != null) {
            return malformed(reason(syntax) + place(syntax.getLocation()));
        }
        SAXParseException schema = find(SAXParseException.class, exception);
        if (schema != null) {
            String said = presentable(schema.getMessage());
            return invalid(
                    SchemaRule.broken(schema.getMessage(), said)
                            .told(said + place(schema.getLineNumber(), schema.getColumnNumber())),
                    correlation);
        }
        UnmarshalException binding = find(UnmarshalException.class, exception);
        if (binding != null && binding.getMessage() != null) {
            return invalid(
                    new KontorException(ErrorCode.INVALID_INPUT, presentable(binding.getMessage())), correlation);
        }
        if (find(IOException.class, exception) != null) {
            return malformed("The body could not be read to its end.");
        }
        return exception instanceof Fault fault && fault.getCause() == null ? envelope(fault) : null;
    }

    /** What CXF says of an envelope or an operation; SOAP asks for the codes VersionMismatch and MustUnderstand. */
    private Fault envelope(Fault fault) {
        Refusal refusal = Refusal.byClient(ErrorCode.MALFORMED_BODY, presentable(fault.getMessage()));
        String code = fault.getFaultCode().getLocalPart();
        if (code.equals("VersionMismatch") || code.equals("MustUnderstand")) {
            refusal.setFaultCode(fault.getFaultCode());
        }
        return refusal;
    }

    private static Fault malformed(String message) {
        return Refusal.byClient(ErrorCode.MALFORMED_BODY, message);
    }

    private Fault invalid(KontorException refusal, String correlation) {
        return new Fault(contract.invalidInput().fault(refusal, correlation), Fault.FAULT_CODE_CLIENT);
    }

    private String reason(XMLStreamException syntax) {
        String message = syntax.getMessage();
        return message == null
                ? "The XML is not well-formed."
                : presentable(PARSER_PLACE.matcher(message).replaceAll(""));
    }

    private static String place(Location location) {
        return location == null ? "" : place(location.getLineNumber(), location.getColumnNumber());
    }

    private static String place(int line, int column) {
        return line < 1 ? "" : " (line " + line + ", column " + column + ")";
    }

    private String presentable(String message) {
        String text = SCHEMA_RULE.matcher(message).replaceFirst("");
        if (NO_NAMESPACE.matcher(text).find()) {
            text += " Elements must be in the namespace " + contract.namespace() + ".";
        }
        text = text.replace("'http://www.w3.org/2001/XMLSchema-instance,nil'", "xsi:nil");
        text = listOfOurs.matcher(text).replaceAll("'$1'").replace("\"" + contract.namespace() + "\":", "");
        text = text.replace("{" + contract.namespace() + "}", "");
        text = CLASS_NAME.matcher(text).replaceAll("…").replaceAll("\\s+", " ").strip();
        return XmlText.of(text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    private static <T extends Throwable> T find(Class<T> kind, Throwable exception) {
        int depth = 0;
        for (Throwable t = exception; t != null && depth < 20; t = t.getCause(), depth++) {
            if (kind.isInstance(t)) {
                return kind.cast(t);
            }
        }
        return null;
    }
}
