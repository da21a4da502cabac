/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.camel.spi.LanguageResolver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.hook.HookCall;
import org.kontor.api.hook.Hooks;
import org.kontor.api.sync.Again;
import org.kontor.api.sync.CheckedStep;
import org.kontor.api.sync.ConnectionDesk;
import org.kontor.api.sync.ConnectionState;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.api.sync.ConnectionTrace;
import org.kontor.api.sync.Connections;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.Connector;
import org.kontor.camel.component.Claims;
import org.kontor.camel.component.HookListeners;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.StoreCheck;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.RemoteView;
import org.kontor.spi.sync.RemoteViews;

/**
 * Every configuration {@code org.kontor.connection-NAME.cfg} is a connection, and so is every route file. Configurations,
 * files and connectors come and go in any order; one thread brings the connections to where they should be.
 */
@Component(
        service = {Connections.class, Hooks.class, ConnectionDesk.class, RemoteViews.class, AlertSource.class},
        immediate = true)
public final class ConnectionManager
        implements Connections, Hooks, ConnectionDesk, RemoteViews, AlertSource, ManagedServiceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionManager.class);
    private static final String FACTORY = "org.kontor.connection";
    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final Components components;
    private final ConfigurationAdmin configurations;
    private final Map<String, ConnectionRunner> byPid = new ConcurrentHashMap<>();
    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();
    private final ManagedConnections managed = new ManagedConnections();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kontor-connections"));
    private final RouteFiles routeFiles;
    private final Views views;
    private final HookListeners hooks = new HookListeners(this::isComplete);
    private final Traces traces = new Traces();
    private final ConnectionChecks checks = new ConnectionChecks();
    private final ServiceRegistration<ManagedServiceFactory> registration;

    /** @param camel not used, but there as soon as Camel can make contexts */
    @Activate
    public ConnectionManager(
            BundleContext bundleContext,
            @Reference Synchronisation synchronisation,
            @Reference ChangeFeed feed,
            @Reference UnitOfWork unitOfWork,
            @Reference StoreCheck store,
            @Reference ConfigurationAdmin configurations,
            @Reference(target = "(language=simple)") LanguageResolver camel) {
        this.components = new Components(synchronisation, feed, unitOfWork, store, new Claims(), hooks, traces);
        Path directory = Path.of(bundleContext.getProperty("karaf.etc"), "kontor", "routes");
        this.routeFiles = new RouteFiles(directory, byPid, managed, components);
        this.configurations = configurations;
        this.views = new Views(components);
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(Constants.SERVICE_PID, FACTORY));
        this.registration = bundleContext.registerService(ManagedServiceFactory.class, this, properties);
        worker.scheduleWithFixedDelay(this::lookAtRouteFiles, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void lookAtRouteFiles() {
        try {
            if (!worker.isShutdown()) {
                routeFiles.look();
            }
        } catch (RuntimeException e) {
            // it would never look again
            LOG.error("Route files cannot be looked at", e);
        }
    }

    /** Whether all that is configured was brought up, so that a hook that is unknown now will not come by itself. */
    private boolean isComplete() {
        return routeFiles.isComplete()
                && byPid.values().stream()
                        .noneMatch(runner -> runner.status().show().state() == ConnectionState.STARTING);
    }

    @Deactivate
    public void close() throws InterruptedException {
        registration.unregister();
        checks.close();
        traces.close();
        worker.execute(() -> byPid.values().forEach(runner -> {
            managed.hide(runner.name());
            runner.stop();
        }));
        worker.shutdown();
        worker.awaitTermination(1, TimeUnit.MINUTES);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnector(Connector connector) {
        if (connector.kind().equals(RouteFile.KIND)) {
            LOG.error("A connector must not be called '{}': that is what route files are", RouteFile.KIND);
            return;
        }
        connectors.put(connector.kind(), connector);
        restart(connector.kind());
    }

    /** Comes back when its connections are stopped: they need the connector's bundle to end well. */
    void unbindConnector(Connector connector) {
        if (connectors.remove(connector.kind(), connector)) {
            waitFor(restart(connector.kind()));
        }
    }

    private Future<?> restart(String kind) {
        Runnable task = () -> byPid.values().stream()
                .filter(runner -> runner.kind().equals(kind))
                .forEach(this::start);
        return worker.isShutdown() ? CompletableFuture.completedFuture(null) : worker.submit(task);
    }

    private static void waitFor(Future<?> task) {
        try {
            // one that is just being started ends that first
            task.get(2L * ConnectionRunner.SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("Connections did not stop within {} s", 2 * ConnectionRunner.SECONDS_TO_STOP);
        } catch (ExecutionException e) {
            LOG.error("Connections could not be stopped", e.getCause());
        }
    }

    private void start(ConnectionRunner runner) {
        if (!worker.isShutdown()) {
            runner.start(connectors.get(runner.kind()));
        }
    }

    @Override
    public String getName() {
        return "Connections of Kontor";
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> configuration) throws ConfigurationException {
        String name = name(pid, configuration);
        ConnectionRunner fresh = new ConnectionRunner(name, settings(configuration), components);
        ConnectionRunner old = byPid.put(pid, fresh);
        worker.execute(() -> {
            if (old != null) {
                managed.hide(old.name());
                old.stop();
            }
            managed.show(name, () -> fresh.status().show());
            start(fresh);
        });
    }

    @Override
    public void deleted(String pid) {
        ConnectionRunner old = byPid.remove(pid);
        if (old != null) {
            worker.execute(() -> {
                managed.hide(old.name());
                old.stop();
            });
        }
    }

    /** The part of the configuration's file name behind the factory's; {@code name} overrides it. */
    private static String name(String pid, Dictionary<String, ?> configuration) throws ConfigurationException {
        Object given = configuration.get("name");
        Object file = configuration.get("felix.fileinstall.filename");
        String name;
        if (given != null) {
            name = given.toString();
        } else if (pid.startsWith(FACTORY + "~")) {
            name = pid.substring(FACTORY.length() + 1);
        } else if (file != null && file.toString().contains(FACTORY + "-")) {
            String path = file.toString();
            name = path.substring(path.lastIndexOf(FACTORY + "-") + FACTORY.length() + 1, path.lastIndexOf('.'));
        } else {
            throw new ConfigurationException("name", "is required where the configuration has no file");
        }
        return name;
    }

    private static Map<String, String> settings(Dictionary<String, ?> configuration) {
        Map<String, String> settings = new HashMap<>();
        for (String key : java.util.Collections.list(configuration.keys())) {
            if (!key.startsWith("service.") && !key.startsWith("felix.")) {
                settings.put(key, String.valueOf(configuration.get(key)));
            }
        }
        return settings;
    }

    @Override
    public List<ConnectionStatus> list(CallContext context) {
        context.ofOperator().requireReader();
        return byPid.values().stream()
                .sorted(Comparator.comparing(ConnectionRunner::name))
                .map(runner -> runner.status().show())
                .toList();
    }

    @Override
    public ConnectionStatus get(CallContext context, String name) {
        context.ofOperator().requireReader();
        return found(name).getValue().status().show();
    }

    @Override
    public void start(CallContext context, String name) {
        set(context, name, "started", Map.of(ConnectionRunner.ENABLED, "true", ConnectionRunner.PAUSED, "false"));
    }

    @Override
    public void stop(CallContext context, String name) {
        set(context, name, "stopped", Map.of(ConnectionRunner.ENABLED, "false"));
    }

    @Override
    public void pause(CallContext context, String name) {
        context.requireAdministrator();
        ConnectionStatus status = found(name).getValue().status().show();
        if (status.state() == ConnectionState.STOPPED) {
            throw notNow(status);
        }
        set(context, name, "paused", Map.of(ConnectionRunner.PAUSED, "true"));
    }

    @Override
    public void resume(CallContext context, String name) {
        set(context, name, "resumed", Map.of(ConnectionRunner.PAUSED, "false"));
    }

    private static KontorException notNow(ConnectionStatus status) {
        return new KontorException(
                ErrorCode.UNAVAILABLE,
                "Connection '" + status.name() + "' is " + status.state()
                        + (status.message() == null ? "." : ": " + status.message()));
    }

    /** Says so in the configuration, and so in its file; the change comes back by {@link #updated} or the next look. */
    private synchronized void set(CallContext context, String name, String what, Map<String, String> values) {
        context.requireAdministrator();
        String key = found(name).getKey();
        LOG.info("Connection '{}' is {} by {}", name, what, context.actor().name());
        try {
            if (RouteFiles.isKey(key)) {
                routeFiles.settings(key).set(values);
                return;
            }
            Configuration configuration = configurations.getConfiguration(key, null);
            Dictionary<String, Object> properties = configuration.getProperties();
            if (properties == null) {
                return;
            }
            Optional<SettingsFile> file = SettingsFile.of(properties);
            if (file.isPresent()) {
                file.get().set(values);
            } else {
                values.forEach((setting, value) -> {
                    if (!SettingsFile.isSilent(setting, value) || properties.get(setting) != null) {
                        properties.put(setting, value);
                    }
                });
                configuration.updateIfDifferent(properties);
            }
        } catch (IOException e) {
            LOG.error("The configuration of connection '{}' cannot be written", name, e);
            throw new KontorException(
                    ErrorCode.UNAVAILABLE, "The configuration of '" + name + "' cannot be written; the log says why.");
        }
    }

    @Override
    public boolean sync(CallContext context, String name) {
        context.requireAdministrator();
        ConnectionRunner runner = found(name).getValue();
        ConnectionStatus status = runner.status().show();
        if (status.state() == ConnectionState.RUNNING) {
            return false;
        }
        if (status.state() != ConnectionState.IDLE && status.state() != ConnectionState.WAITING) {
            throw notNow(status);
        }
        LOG.info("Connection '{}' is to read now, by {}", name, context.actor().name());
        worker.execute(runner::readNow);
        return true;
    }

    @Override
    public void again(CallContext context, String name, Again again) {
        context.requireAdministrator();
        ConnectionRunner runner = found(name).getValue();
        if (!runner.isUp()) {
            ConnectionStatus status = runner.status().show();
            throw status.state() == ConnectionState.IDLE || status.state() == ConnectionState.WAITING
                    ? new KontorException(
                            ErrorCode.UNAVAILABLE,
                            "Connection '" + name + "' is just being started anew. Try again in a moment.")
                    : notNow(status);
        }
        runner.again(again);
        LOG.info(
                "Connection '{}' is to read {} once more, by {}",
                name,
                again.field(),
                context.actor().name());
    }

    @Override
    public List<CheckedStep> check(CallContext context, String name, Consumer<CheckedStep> watcher) {
        context.requireAdministrator();
        ConnectionRunner runner = found(name).getValue();
        Connector installed = connectors.get(runner.kind());
        return checks.run(
                new CheckPlan(runner, installed == null ? runner.running() : installed, components.synchronisation()),
                watcher);
    }

    @Override
    public ConnectionTrace trace(CallContext context, String name, Duration most, int body) {
        context.requireAdministrator();
        ConnectionRunner runner = found(name).getValue();
        return traces.open(name, Secrets.of(runner.configuration()), most, body);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BreakerAlerts.KIND);
    }

    @Override
    public Collection<Condition> conditions() {
        return byPid.values().stream()
                .flatMap(runner ->
                        BreakerAlerts.of(runner.name(), runner.status().show().state(), runner.calls()))
                .toList();
    }

    @Override
    public Map<String, Duration> scheduled() {
        return Views.scheduled(byPid.values(), connectors);
    }

    @Override
    public void check(String connection) {
        ConnectionRunner runner = found(connection).getValue();
        Views.viewed(runner, connectors.get(runner.kind()));
    }

    @Override
    public <T> T look(String connection, Function<RemoteView, T> work) {
        ConnectionRunner runner = found(connection).getValue();
        return views.look(runner, connectors.get(runner.kind()), work);
    }

    @Override
    public void call(CallContext context, HookCall call) {
        hooks.call(context, call);
    }

    private Map.Entry<String, ConnectionRunner> found(String name) {
        return byPid.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "There is no connection '" + name + "'."));
    }
}
