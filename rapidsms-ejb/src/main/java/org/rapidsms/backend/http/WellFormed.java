package org.rapidsms.backend.http;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whether what was made by a template can be read again. */
final class WellFormed {

    private WellFormed() {}

    static boolean is(Writing writing, String body) {
        return switch (writing) {
            case JSON -> body.isEmpty() || JsonPlace.read(body).isPresent();
            case XML -> body.isEmpty() || isXml(body);
            default -> true;
        };
    }

    static boolean isAddress(String address) {
        try {
            return new URI(address).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isXml(String body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
            builder.parse(new InputSource(new StringReader(body)));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("XML cannot be read here", e);
        }
    }
}
