/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.Arrays;
import java.util.List;

import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

import org.kontor.spi.mail.HeaderText;

/**
 * An address with, perhaps, the name of who has it.
 *
 * @param name null for none
 * @param address like {@code desk@example.com}
 */
public record MailAddress(String name, String address) {
    /** @throws org.kontor.api.error.KontorException {@code invalid_input} when it could steer the mail */
    public MailAddress {
        HeaderText.require("name", name);
        HeaderText.require("email", address);
    }

    /**
     * Addresses with commas between, as people write them.
     *
     * @param setting what is named when they are none
     * @throws IllegalArgumentException with the setting and its rule
     */
    public static List<MailAddress> parse(String setting, String text) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            for (InternetAddress address : addresses) {
                address.validate();
            }
            return Arrays.stream(addresses)
                    .map(address -> new MailAddress(address.getPersonal(), address.getAddress()))
                    .toList();
        } catch (AddressException e) {
            throw new IllegalArgumentException(setting + " must be addresses like desk@example.com.");
        }
    }

    @Override
    public String toString() {
        return address;
    }
}
