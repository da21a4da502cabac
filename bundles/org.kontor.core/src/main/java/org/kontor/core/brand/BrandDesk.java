/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.brand;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.brand.AccountBrand;
import org.kontor.api.brand.BrandParts;
import org.kontor.api.brand.Brands;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Version;
import org.kontor.spi.store.BrandChange;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Looks after the brands of partners. */
@Component
public final class BrandDesk implements Brands {
    private static final List<String> NAMES = List.of("name", "colour", "text.en", "text.fr", "logo");

    private final UnitOfWork unitOfWork;

    @Activate
    public BrandDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public AccountBrand get(CallContext context) {
        context.requireReader();
        return unitOfWork.read(transaction -> known(context, transaction));
    }

    private static AccountBrand known(CallContext context, ReadTransaction transaction) {
        return transaction
                .brands()
                .own(context.scope())
                .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "This account has no brand of its own."));
    }

    @Override
    public AccountBrand put(CallContext context, Long version, BrandParts parts) {
        context.requireDeclarer();
        return changed(context, version, null, before -> {
            BrandParts checked = BrandChecks.checked(parts);
            return new AccountBrand(
                    before.account(),
                    checked.name(),
                    checked.colour(),
                    checked.texts(),
                    before.logo(),
                    before.version());
        });
    }

    @Override
    public AccountBrand putLogo(CallContext context, Long version, InputStream bytes) {
        context.requireDeclarer();
        byte[] read = BrandChecks.read(bytes);
        AccountBrand.Logo logo = BrandChecks.logo(read);
        return changed(context, version, read, before -> with(before, logo));
    }

    @Override
    public AccountBrand removeLogo(CallContext context, long version) {
        context.requireDeclarer();
        unitOfWork.read(transaction -> withLogo(context, transaction));
        return changed(context, version, null, before -> with(before, null));
    }

    private static AccountBrand with(AccountBrand brand, AccountBrand.Logo logo) {
        return new AccountBrand(brand.account(), brand.name(), brand.colour(), brand.texts(), logo, brand.version());
    }

    private static AccountBrand withLogo(CallContext context, ReadTransaction transaction) {
        AccountBrand brand = known(context, transaction);
        if (brand.logo() == null) {
            throw new KontorException(ErrorCode.NOT_FOUND, "The brand has no logo of its own.");
        }
        return brand;
    }

    @Override
    public byte[] logo(CallContext context) {
        context.requireReader();
        return unitOfWork.read(transaction -> transaction
                .brands()
                .logo(withLogo(context, transaction).logo().sha256())
                .orElseThrow()
                .bytes());
    }

    @Override
    public void delete(CallContext context, long version) {
        context.requireDeclarer();
        unitOfWork.write(context, transaction -> {
            transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
            AccountBrand before = known(context, transaction);
            requireVersion(before, version);
            transaction.save(new BrandChange(before, null, null, AuditAction.DELETE, shown(before, null)));
            return null;
        });
    }

    /**
     * @param logo bytes of a new one
     * @param change gets an empty brand where there is none; the version is counted here
     */
    private AccountBrand changed(CallContext context, Long version, byte[] logo, UnaryOperator<AccountBrand> change) {
        return unitOfWork.write(context, transaction -> {
            // changes of one account go one after the other
            transaction.lock(RecordType.ACCOUNT, List.of(context.scope()));
            requirePartner(context, transaction);
            AccountBrand before = transaction.brands().own(context.scope()).orElse(null);
            requireVersion(before, version);
            AccountBrand from =
                    before == null ? new AccountBrand(context.scope(), null, null, Map.of(), null, 0) : before;
            AccountBrand wanted = change.apply(from);
            if (wanted.equals(before)) {
                return before;
            }
            AccountBrand after = new AccountBrand(
                    wanted.account(),
                    wanted.name(),
                    wanted.colour(),
                    wanted.texts(),
                    wanted.logo(),
                    from.version() + 1);
            transaction.save(new BrandChange(
                    before,
                    after,
                    logo,
                    before == null ? AuditAction.CREATE : AuditAction.UPDATE,
                    shown(before, after)));
            return after;
        });
    }

    private static void requirePartner(CallContext context, WriteTransaction transaction) {
        AccountRule.requirePartner(
                AccountRule.open(context, transaction),
                "Only partners have a brand; that of the installation is set with its mail.");
    }

    private static void requireVersion(AccountBrand before, Long version) {
        Version.require(before == null ? null : before.version(), version, "brand");
    }

    private static List<FieldChange> shown(AccountBrand before, AccountBrand after) {
        List<FieldChange> changes = new ArrayList<>();
        List<String> then = parts(before);
        List<String> now = parts(after);
        for (int i = 0; i < NAMES.size(); i++) {
            if (!Objects.equals(then.get(i), now.get(i))) {
                changes.add(new FieldChange(NAMES.get(i), then.get(i), now.get(i)));
            }
        }
        return changes;
    }

    /** The logo by its digest. */
    private static List<String> parts(AccountBrand brand) {
        return brand == null
                ? Arrays.asList(null, null, null, null, null)
                : Arrays.asList(
                        brand.name(),
                        brand.colour(),
                        brand.texts().get("en"),
                        brand.texts().get("fr"),
                        brand.logo() == null ? null : "sha256:" + brand.logo().sha256());
    }
}
