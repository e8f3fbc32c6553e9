package org.rapidsms.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.omnifaces.resourcehandler.DynamicResource;
import org.omnifaces.util.Faces;

/** A stylesheet, a script or an image in a jar. */
class JarResource extends DynamicResource {

    private final URL file;

    JarResource(String name, String library, URL file) {
        super(name, library, Faces.getMimeType(name));
        this.file = file;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.openStream();
    }
}
