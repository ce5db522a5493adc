/*-
 * #%L
 * Hounsfield: medical CT in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Hounsfield developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.hounsfield.legacy;

import ij.IJ;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.scijava.Context;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.service.Service;
import org.scijava.service.ServiceHelper;
import org.scijava.util.ClassUtils;

/**
 * The one SciJava context of this ImageJ, started when the first command runs: status and log go to ImageJ, and further
 * services are loaded when a command asks for them. Only then are SciJava's plugins looked for, for that takes longer
 * than many a command. In ImageJ2 its context is used.
 */
final class SharedContext {

	private static final String IMAGEJ2 = "net.imagej.legacy.LegacyService";

	private static Context context;

	private static boolean foundPlugins;

	private SharedContext() {}

	/** The context, with every service that the command's fields ask for. */
	static synchronized Context forCommand(final Class<?> command) {
		final List<Class<? extends Service>> services = new ArrayList<>();
		for (final Field field : ClassUtils.getAnnotatedFields(command, Parameter.class))
			if (Service.class.isAssignableFrom(field.getType())) services.add(field.getType().asSubclass(Service.class));
		return with(services);
	}

	/** The context, with these services. */
	static synchronized Context with(final List<Class<? extends Service>> services) {
		if (context == null) context = ofImageJ2();
		if (context == null) context = ofImageJ();
		final List<Class<? extends Service>> missing = new ArrayList<>(services);
		missing.removeIf(type -> context.getService(type) != null);
		if (missing.isEmpty()) return context;
		if (!foundPlugins) {
			final List<PluginInfo<?>> plugins = new ArrayList<>();
			context.getPluginIndex().getExceptions().putAll(new DefaultPluginFinder().findPlugins(plugins));
			context.getPluginIndex().addAll(plugins);
			foundPlugins = true;
		}
		new ServiceHelper(context, missing).loadServices();
		return context;
	}

	private static Context ofImageJ() {
		final List<Class<? extends Service>> services = List.of(ImageJLogService.class, ImageJStatusService.class);
		return new Context(services, new PluginIndex(plugins -> {
			for (final Class<? extends Service> service : services)
				plugins.add(new PluginInfo<>(service, Service.class));
			return new HashMap<>();
		}));
	}

	private static Context ofImageJ2() {
		try {
			IJ.getClassLoader().loadClass(IMAGEJ2);
		}
		catch (final ClassNotFoundException exc) {
			return null;
		}
		final Object running = IJ.runPlugIn("org.scijava.Context", "");
		foundPlugins = running instanceof Context;
		return foundPlugins ? (Context) running : null;
	}
}
