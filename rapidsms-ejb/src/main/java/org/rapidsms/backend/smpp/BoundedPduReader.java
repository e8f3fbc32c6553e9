package org.rapidsms.backend.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/**
 * Reads no more than an SMS centre can have to say. Where something else answers, a web server
 * perhaps, its first words would be taken for a length of a gigabyte.
 */
final class BoundedPduReader extends DefaultPDUReader {

    /** The longest payload, and room for all else. */
    private static final int MOST = 65_535 + 4_096;

    @Override
    public Command readPDUHeader(DataInputStream in)
            throws InvalidCommandLengthException, IOException {
        var header = super.readPDUHeader(in);
        if (header.getCommandLength() > MOST) {
            throw new InvalidCommandLengthException("longer than anything that SMPP has");
        }
        return header;
    }
}
