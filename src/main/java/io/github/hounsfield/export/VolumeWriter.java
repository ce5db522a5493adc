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
package io.github.hounsfield.export;

import io.github.hounsfield.dicom.Problem;
import io.github.hounsfield.volume.VoxelGrid;
import io.github.hounsfield.work.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Writes volumes as files of other tools, plane by plane. The memory does not grow with the volume. Equal input gives
 * equal bytes. A file is written under another name, and renamed when it is whole. So a failed or canceled export
 * leaves no file.
 *
 * @param type of the voxels in the file; empty: int16 where all values are whole numbers within it, otherwise float32
 * @param overwrite whether existing files are replaced
 * @param workers who compress, hear of progress and may be stopped
 */
public record VolumeWriter(Optional<VoxelType> type, boolean overwrite, Workers workers) {

	/** Chooses the type, and replaces no file. */
	public static VolumeWriter with(final Workers workers) {
		return new VolumeWriter(Optional.empty(), false, workers);
	}

	/** The same with voxels of a type; empty: chosen by the values. */
	public VolumeWriter withType(final Optional<VoxelType> value) {
		return new VolumeWriter(value, overwrite, workers);
	}

	/** The same, existing files replaced or not. */
	public VolumeWriter withOverwrite(final boolean value) {
		return new VolumeWriter(type, value, workers);
	}

	/**
	 * What was written.
	 *
	 * @param files the one asked for, then the one beside it
	 * @param type of the voxels
	 * @param warnings what the reader of the file must know; empty where there is nothing
	 * @param sheared whether the slices do not stand straight above each other
	 */
	public record Written(List<Path> files, VoxelType type, List<String> warnings, boolean sheared) {}

	/**
	 * @param file whose ending says the format
	 * @throws ExportException where the volume cannot be written so; names parameter or file, and reason
	 * @throws IOException where a plane cannot be read
	 * @throws CancellationException where the workers are told to stop
	 */
	public Written write(final Path file, final Voxels voxels, final Placement placement) throws IOException {
		final VolumeFormat format = VolumeFormat.of(file);
		check(format, voxels, placement);
		final List<VoxelType> types = voxels.isColour() ? List.of(VoxelType.RGB24) : type.map(List::of).orElse(List.of(
			VoxelType.INT16, VoxelType.FLOAT32));
		try (PartFiles parts = new PartFiles(file, format.companion(file), overwrite)) {
			for (int i = 0;; i++) try {
				final VolumeHeader header = new VolumeHeader(types.get(i), voxels.width(), voxels.height(), voxels.depth(), voxels
					.times(), placement);
				write(parts, format, header, voxels);
				parts.commit();
				return new Written(parts.files(), types.get(i), warnings(format, voxels.times(), placement), placement
					.grid().filter(VoxelGrid::isSheared).isPresent());
			}
			catch (final VoxelStream.NotExact e) {
				if (i == types.size() - 1) throw notExact(types.get(i), voxels, e);
			}
			catch (final OrderedSink.WriteFailed e) {
				throw new ExportException(Problem.in(file.toString()).found("cannot be written:").quote(String.valueOf(e
					.getMessage())), e);
			}
		}
	}

	private void check(final VolumeFormat format, final Voxels voxels, final Placement placement) throws ExportException {
		if (voxels.isColour() && format != VolumeFormat.NPY && format != VolumeFormat.NIFTI && format !=
			VolumeFormat.NIFTI_GZ)
			throw new ExportException(Problem.of("the image is in colour, which is not written as " + format.ending()),
				ExportException.Remedy.WRITE_COLOURS);
		if (voxels.isColour() && type.isPresent()) throw new ExportException(Problem.of("type is '" + type.get().label() +
			"', and the image is in colour; colours have a type of their own"), ExportException.Remedy.CHOOSE_TYPE);
		if (placement.grid().isEmpty() && format != VolumeFormat.NPY) throw new ExportException(
			Problem.of("where the image lies in the patient is not known, and " + format.ending() + " must say it").expected(
				"an ending that does without: .npy"));
		placement.grid().ifPresent(grid -> {
			if (grid.width() != voxels.width() || grid.height() != voxels.height() || grid.depth() != voxels.depth())
				throw new IllegalArgumentException("voxels of " + voxels.size() + " on a grid of " + grid.width() + " x " + grid
					.height() + " x " + grid.depth());
		});
	}

	private void write(final PartFiles parts, final VolumeFormat format, final VolumeHeader header, final Voxels voxels)
		throws IOException
	{
		final VoxelStream stream = new VoxelStream(voxels, header.type());
		final boolean apart = format == VolumeFormat.MHD;
		final byte[] start = switch (format) {
			case NIFTI, NIFTI_GZ -> NiftiHeader.bytes(header);
			case NRRD -> TextHeaders.nrrd(header);
			case MHA -> TextHeaders.metaImage(header, "LOCAL", 0);
			case MHD -> TextHeaders.metaImage(header, format.companion(parts.file()).getFileName().toString(), -1);
			case NPY -> TextHeaders.npy(header);
		};
		try (FileChannel channel = parts.open(apart)) {
			if (format == VolumeFormat.NIFTI_GZ) stream.write(channel, format.coding(), workers, start);
			else {
				if (!apart) OrderedSink.write(channel, ByteBuffer.wrap(start));
				stream.write(channel, format.coding(), workers, new byte[0]);
			}
			if (format == VolumeFormat.MHA) {
				final long compressed = channel.position() - start.length;
				channel.position(0);
				OrderedSink.write(channel, ByteBuffer.wrap(TextHeaders.metaImage(header, "LOCAL", compressed)));
			}
		}
		if (apart) parts.write(false, start);
		if (format == VolumeFormat.NPY) parts.write(true, PlaceJson.bytes(header));
	}

	private static List<String> warnings(final VolumeFormat format, final int times, final Placement placement) {
		final List<String> warnings = new ArrayList<>();
		final boolean meta = format == VolumeFormat.MHA || format == VolumeFormat.MHD;
		if (meta && times > 1 && !(placement.frameSeconds() > 0)) warnings.add(
			"the distance of the times is not known; MetaImage must have one, and the 1 in its ElementSpacing is no " +
				"measurement");
		placement.grid().filter(grid -> grid.isSheared()).ifPresent(grid -> warnings.add("the slices are sheared by " +
			(float) Math
			.toDegrees(grid.shearRadians()) + " degrees" + (format == VolumeFormat.NIFTI || format == VolumeFormat.NIFTI_GZ
				? ": the file's sform says so, and it has no qform, for a quaternion cannot"
				: ", which many readers do not support")));
		return List.copyOf(warnings);
	}

	private static ExportException notExact(final VoxelType type, final Voxels voxels, final VoxelStream.NotExact e) {
		final String where = "voxel " + (e.index() % voxels.width() + 1) + ", " + (e.index() / voxels.width() + 1) +
			" of slice " +
			(e.plane() % voxels.depth() + 1) + (voxels.times() > 1 ? " of time " + (e.plane() / voxels.depth() + 1) : "");
		return new ExportException(Problem.of("type is '" + type.label() + "', and " + where + " is " + e.value() +
			", which it does not hold"), ExportException.Remedy.WRITE_FLOAT);
	}

	/** Whether any of the files that would be written is there. */
	public static boolean isThere(final Path file) throws ExportException {
		final Path companion = VolumeFormat.of(file).companion(file);
		return Files.exists(file) || companion != null && Files.exists(companion);
	}
}
