package org.rapidsms.backend.gsm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What lies between us and a modem. */
interface Wire extends AutoCloseable {

    /** How long one read waits, in milliseconds: as long as an interruption may go unnoticed. */
    int SLICE = 100;

    /**
     * Bytes of the modem; a read that gets none within {@link #SLICE} throws {@link
     * java.io.InterruptedIOException}.
     */
    InputStream in() throws IOException;

    OutputStream out() throws IOException;

    @Override
    void close();
}
