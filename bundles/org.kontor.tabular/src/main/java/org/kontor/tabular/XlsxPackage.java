/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** The zip file that an XLSX file is. What it unpacks to is counted and bounded, whatever its directory says. Not thread-safe. */
final class XlsxPackage implements Closeable {
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_UNPACKED = 1L << 30;
    /** A part smaller than this may be packed as well as it likes. */
    private static final long SMALL = 16L << 20;
    /** Sheets of real life are packed twenty to one, those of empty rows alone hardly above a hundred. */
    private static final long MAX_RATIO = 250;
    /** Between two elements or pieces of text: nothing of a sheet is that long. */
    private static final long MAX_STEP = 4L << 20;

    private final ZipFile zip;
    private long unpacked;

    XlsxPackage(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw Table.malformed("The file is not a whole XLSX file.");
        }
        if (zip.size() > MAX_ENTRIES) {
            zip.close();
            throw tooLarge();
        }
    }

    private static KontorException tooLarge() {
        return new KontorException(
                ErrorCode.BODY_TOO_LARGE,
                "The XLSX file unpacks to more than is read here. Save it as CSV, or in parts.");
    }

    /** Null when there is no such part. */
    Part part(String name) {
        ZipEntry entry = zip.getEntry(name);
        try {
            return entry == null || entry.isDirectory() ? null : new Part(zip.getInputStream(entry), entry);
        } catch (ZipException e) {
            throw Table.malformed("The file is not a whole XLSX file.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A part as it is unpacked. */
    final class Part extends FilterInputStream {
        private final long size;
        private final long most;
        private long read;
        private long sinceStep;

        private Part(InputStream bytes, ZipEntry entry) {
            super(bytes);
            this.size = entry.getSize();
            this.most = Math.max(SMALL, entry.getCompressedSize() * MAX_RATIO);
        }

        /** Share that was read, 0 to 1. */
        double done() {
            return size <= 0 ? 0 : Math.min(1, (double) read / size);
        }

        /** The reader has come one element further. */
        void step() {
            sinceStep = 0;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = super.read(buffer, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            unpacked += bytes;
            sinceStep += bytes;
            if (sinceStep > MAX_STEP) {
                throw Xml.broken();
            }
            if (read > most || unpacked > MAX_UNPACKED) {
                throw tooLarge();
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
