/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.kontor.api.account.Account;
import org.kontor.api.brand.AccountBrand;
import org.kontor.mail.Brand;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;

/** The brands of partners, completed from above, at last from that of the installation. Thread-safe. */
public final class PartnerBrands {
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private final UnitOfWork unitOfWork;
    private final Brand installation;

    public PartnerBrands(UnitOfWork unitOfWork, Brand installation) {
        this.unitOfWork = unitOfWork;
        this.installation = installation;
    }

    Brand installation() {
        return installation;
    }

    /** As it is now: what waits in the queue goes out in the new look. */
    public Brand of(UUID account) {
        if (account.equals(Account.OPERATOR)) {
            return installation;
        }
        return unitOfWork.read(transaction -> {
            List<AccountBrand> counting = transaction.brands().counting(account);
            return counting.isEmpty() ? installation : merged(transaction, counting);
        });
    }

    private Brand merged(ReadTransaction transaction, List<AccountBrand> counting) {
        String colour = first(counting, AccountBrand::colour).orElse(installation.colour());
        Map<String, String> texts = new HashMap<>(installation.texts());
        for (String language : LANGUAGES) {
            first(counting, brand -> brand.texts().get(language)).ifPresent(text -> texts.put(language, text));
        }
        return new Brand(
                first(counting, AccountBrand::name).orElse(installation.name()),
                colour,
                Brand.inkOn(colour),
                first(counting, AccountBrand::logo)
                        .flatMap(logo -> logo(transaction, logo.sha256()))
                        .orElse(installation.logo()),
                texts);
    }

    private static <T> Optional<T> first(List<AccountBrand> counting, Function<AccountBrand, T> part) {
        return counting.stream().map(part).filter(Objects::nonNull).findFirst();
    }

    /** @param digest of a logo of the installation or of a partner */
    public Optional<Brand.Logo> logo(String digest) {
        return installation.logo() != null && installation.logo().digest().equals(digest)
                ? Optional.of(installation.logo())
                : unitOfWork.read(transaction -> logo(transaction, digest));
    }

    private static Optional<Brand.Logo> logo(ReadTransaction transaction, String digest) {
        return transaction.brands().logo(digest).map(file -> new Brand.Logo(file.mediaType(), file.bytes()));
    }
}
