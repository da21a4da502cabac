/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.security.internal;

import java.util.Map;

import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;

import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.people.SignIn;

/**
 * The realm {@code kontor}: Karaf's shell, JMX and whatever else asks JAAS know the people of Kontor by it, and nobody
 * else. Name it in {@code etc/org.apache.karaf.shell.cfg} ({@code sshRealm}).
 */
@Component
public final class KontorRealm implements JaasRealm {
    static final String SIGN_IN = "org.kontor.security.signIn";

    private final AppConfigurationEntry[] entries;

    @Activate
    public KontorRealm(BundleContext bundleContext, @Reference SignIn signIn) {
        Map<String, Object> options = Map.of(
                ProxyLoginModule.PROPERTY_MODULE,
                KontorLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE,
                String.valueOf(bundleContext.getBundle().getBundleId()),
                BundleContext.class.getName(),
                bundleContext,
                SIGN_IN,
                signIn);
        entries = new AppConfigurationEntry[] {
            new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
        };
    }

    @Override
    public String getName() {
        return "kontor";
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return entries.clone();
    }
}
