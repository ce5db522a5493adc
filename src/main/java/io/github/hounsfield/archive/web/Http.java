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
package io.github.hounsfield.archive.web;

import io.github.hounsfield.archive.ArchiveAddress;
import io.github.hounsfield.archive.ArchiveEntry;
import io.github.hounsfield.archive.ArchiveException;
import io.github.hounsfield.archive.ArchiveException.Reason;
import io.github.hounsfield.archive.ArchiveMonitor;
import io.github.hounsfield.archive.EntryTls;
import io.github.hounsfield.archive.Login;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Requests to one archive: login, redirects, further tries, and limits of time. Messages name the archive's host and
 * never a URL, since queries and paths hold names and UIDs. Safe for several threads.
 */
final class Http {

	private static final int REDIRECTS = 5;

	/** Most requests at once to one archive. */
	private static final int CONNECTIONS = 4;

	private final URI base;
	private final Optional<Login> login;
	private final Timing timing;
	private final HttpClient client;

	Http(final ArchiveEntry entry, final Optional<Login> login, final Timing timing) throws ArchiveException {
		if (!(entry.address() instanceof ArchiveAddress.Web web)) throw new ArchiveException(Reason.INPUT,
			"The archive's address is none of DICOMweb; expected https://host/dicom-web.");
		this.base = web.base();
		this.login = login;
		this.timing = timing;
		final boolean secure = base.getScheme().equals("https");
		if (login.isPresent() && !secure && !isLoopback(base.getHost()) && !entry.plainLogin()) throw new ArchiveException(
			Reason.INPUT, host() + ": the login would go over http:// for everyone to read, so it was not sent. Use https://, " +
				"or allow it in the archive's entry.").helped(ArchiveException.Help.ENTRY);
		final HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(timing.connect()).followRedirects(
			HttpClient.Redirect.NEVER).version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
		if (secure) builder.sslContext(EntryTls.context(entry));
		this.client = builder.build();
	}

	/** Judges by the name itself. No name service decides where a login goes. */
	private static boolean isLoopback(final String host) {
		return host.equalsIgnoreCase("localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+") || host.equals("[::1]");
	}

	String host() {
		return base.getRawAuthority();
	}

	Timing timing() {
		return timing;
	}

	/** An answer with a good status. To be closed. */
	record Answer(int status, HttpHeaders headers, BodyStream body) implements AutoCloseable {

		MediaType mediaType() {
			return MediaType.parse(headers.firstValue("Content-Type").orElse(""));
		}

		@Override
		public void close() {
			body.close();
		}
	}

	/**
	 * GET.
	 *
	 * @param path below the archive's base, with its query; percent-encoded
	 * @param what is asked for, as messages call it
	 */
	Answer get(final String path, final String accept, final String what, final ArchiveMonitor monitor)
		throws IOException
	{
		final HttpRequest.Builder request = HttpRequest.newBuilder().GET().header("Accept", accept);
		return send(request, URI.create(base + path), what, List.of(), monitor, new AtomicLong());
	}

	/**
	 * POST.
	 *
	 * @param accepted statuses that are handed back beside the good ones
	 * @param progress nanoseconds when the last byte went out; silence counts from there
	 */
	Answer post(final String path, final String contentType, final HttpRequest.BodyPublisher body, final String accept,
		final String what, final List<Integer> accepted, final ArchiveMonitor monitor, final AtomicLong progress)
		throws IOException
	{
		final HttpRequest.Builder request = HttpRequest.newBuilder().POST(body).header("Accept", accept).header(
			"Content-Type", contentType);
		return send(request, URI.create(base + path), what, accepted, monitor, progress);
	}

	/** One request and the redirects that it meets. */
	private Answer send(final HttpRequest.Builder request, final URI start, final String what,
		final List<Integer> accepted, final ArchiveMonitor monitor, final AtomicLong progress) throws IOException
	{
		login.ifPresent(one -> request.setHeader("Authorization", one.authorization()));
		URI uri = start;
		for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
			final Answer answer = once(request.copy().uri(uri).build(), monitor, progress);
			final int status = answer.status();
			if (status / 100 == 2 || accepted.contains(status)) return checked(answer, what);
			answer.close();
			if (Failures.isBusy(status)) throw new BusyException(status, answer.headers().firstValue("Retry-After").orElse(
				""));
			if (!isRedirect(status)) throw Failures.of(host(), what, status);
			uri = redirected(uri, answer, what);
		}
		throw new ArchiveException(Reason.PROTOCOL, host() + ": " + what + ": more than " + REDIRECTS + " redirects.");
	}

	/** The archive asks to come again. */
	private static final class BusyException extends IOException {

		private static final long serialVersionUID = 1L;

		private final int status;
		private final String retryAfter;

		BusyException(final int status, final String retryAfter) {
			this.status = status;
			this.retryAfter = retryAfter;
		}
	}

	/** A step that may be tried again as a whole: requests and the reading of their answers. */
	interface Attempt<T> {

		T run() throws IOException;
	}

	/**
	 * Tries until it succeeds or another try cannot help.
	 *
	 * @param what is asked for, as messages call it
	 * @throws ArchiveException the last try's problem
	 */
	<T> T tries(final String what, final ArchiveMonitor monitor, final Attempt<T> attempt) throws ArchiveException {
		return triesUntilAnswer(what, monitor, attempt, () -> false);
	}

	/** @param begun once true, there is no further try, for a part of the answer was kept */
	<T> T triesUntilAnswer(final String what, final ArchiveMonitor monitor, final Attempt<T> attempt,
		final BooleanSupplier begun) throws ArchiveException
	{
		for (int i = 0;; i++) try {
			return attempt.run();
		}
		catch (final BusyException e) {
			if (i == timing.pauses().size()) throw Failures.of(host(), what, e.status);
			Timing.pause(retryAfter(e, timing.pauses().get(i), what), monitor);
		}
		catch (final IOException e) {
			if (i == timing.pauses().size() || begun.getAsBoolean() || !Failures.isPassing(e)) throw Failures.of(host(), what,
				e);
			Timing.pause(timing.pauses().get(i), monitor);
		}
	}

	private static boolean isRedirect(final int status) {
		return List.of(301, 302, 303, 307, 308).contains(status);
	}

	/** Refuses an encoding that was not asked for (RFC 9110 section 12.5.3). */
	private Answer checked(final Answer answer, final String what) throws ArchiveException {
		final String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity").trim().toLowerCase(
			Locale.ROOT);
		if (encoding.equals("identity") || encoding.isEmpty()) return answer;
		answer.close();
		throw new ArchiveException(Reason.PROTOCOL, host() + ": " + what + ": the answer has a Content-Encoding that was " +
			"not asked for; expected none. See to the proxy or the archive's compression.");
	}

	/** One request, up to the answer's headers. */
	private Answer once(final HttpRequest request, final ArchiveMonitor monitor, final AtomicLong progress)
		throws IOException
	{
		progress.set(System.nanoTime());
		final CompletableFuture<HttpResponse<InputStream>> future = client.sendAsync(request,
			info -> new BodyStream(timing.silence(), monitor::isCanceled));
		final long silence = timing.silence().toNanos();
		try {
			while (true) try {
				final HttpResponse<InputStream> response = future.get(Timing.TICK_MILLIS, TimeUnit.MILLISECONDS);
				return new Answer(response.statusCode(), response.headers(), (BodyStream) response.body());
			}
			catch (final TimeoutException e) {
				if (monitor.isCanceled()) throw new CancellationException("canceled");
				if (System.nanoTime() - progress.get() > silence) throw new HttpTimeoutException("no answer for " + timing
					.silence().toSeconds() + " s");
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof IOException cause) throw cause;
			throw new IOException(e.getCause());
		}
		finally {
			future.cancel(true);
		}
	}

	/** Follows redirects to the same origin only (RFC 6454). So login and query go nowhere else. */
	private URI redirected(final URI from, final Answer answer, final String what) throws ArchiveException {
		final URI to;
		try {
			to = from.resolve(answer.headers().firstValue("Location").orElse(""));
		}
		catch (final IllegalArgumentException e) {
			throw new ArchiveException(Reason.PROTOCOL, host() + ": " + what + ": a redirect to no URL.");
		}
		if (from.getScheme().equalsIgnoreCase(to.getScheme()) && from.getRawAuthority().equalsIgnoreCase(String.valueOf(to
			.getRawAuthority()))) return to;
		throw new ArchiveException(Reason.REFUSED, host() + ": " + what + ": the archive redirects to another origin" + (to
			.getHost() == null ? "" : " (" + to.getScheme() + "://" + to.getHost() + (to.getPort() < 0 ? "" : ":" + to
				.getPort()) + ")") + ", which is not followed. If that is the archive, give its address.");
	}

	private Duration retryAfter(final BusyException e, final Duration otherwise, final String what)
		throws ArchiveException
	{
		final Duration asked = Failures.retryAfter(e.retryAfter, otherwise);
		if (asked.compareTo(timing.longestRetryAfter()) <= 0) return asked;
		throw new ArchiveException(Reason.BUSY, host() + ": " + what + ": the archive is busy (status " + e.status +
			") and asks to wait for " + asked.toSeconds() + " s. Try again then.");
	}

	/** Does a few requests at once. The calling thread takes part, and none begins after a cancel. */
	Workers workers(final ArchiveMonitor monitor) {
		return Workers.threads(CONNECTIONS).withCancel(monitor::isCanceled);
	}
}
