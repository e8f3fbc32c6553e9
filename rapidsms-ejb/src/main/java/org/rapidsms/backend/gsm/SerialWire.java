package org.rapidsms.backend.gsm;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.InputStream;
import java.io.OutputStream;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** A serial port of this machine. */
final class SerialWire implements Wire {

    private final SerialPort port;

    SerialWire(String name, int baud) {
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new SendException(SendFailure.UNREACHABLE, "there is no port " + name);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
                SLICE,
                SLICE * 10);
        if (!port.openPort()) {
            throw new SendException(SendFailure.UNREACHABLE, "the port cannot be opened: " + name);
        }
    }

    @Override
    public InputStream in() {
        return port.getInputStream();
    }

    @Override
    public OutputStream out() {
        return port.getOutputStream();
    }

    @Override
    public void close() {
        port.closePort();
    }
}
