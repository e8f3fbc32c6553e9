package org.rapidsms.web.frame;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;
import java.net.URL;
import org.rapidsms.console.NavigationEntry;

/**
 * Finds pages, stylesheets and scripts in {@code META-INF/resources} of the jars that were dropped
 * into the EAR's {@code lib}. Faces by itself looks into the WAR's own jars only: the server hides
 * the {@code META-INF} of an EAR's jars from its WARs.
 */
public class JarResourceHandler extends ResourceHandlerWrapper {

    private static final String FOLDER = "META-INF/resources/";

    public JarResourceHandler(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext context, String path) {
        var ours = super.createViewResource(context, path);
        var url = ours == null ? find(path.replaceFirst("^/", "")) : null;
        return url == null
                ? ours
                : new ViewResource() {
                    @Override
                    public URL getURL() {
                        return url;
                    }
                };
    }

    @Override
    public Resource createResource(String name, String library) {
        var ours = super.createResource(name, library);
        var url = ours == null && library != null ? find(library + "/" + name) : null;
        return url == null ? ours : new JarResource(name, library, url);
    }

    /** By the loader of our API, which lies in the EAR's {@code lib} too. */
    private static URL find(String path) {
        boolean isInside = !("/" + path + "/").contains("/../");
        return isInside ? NavigationEntry.class.getClassLoader().getResource(FOLDER + path) : null;
    }
}
