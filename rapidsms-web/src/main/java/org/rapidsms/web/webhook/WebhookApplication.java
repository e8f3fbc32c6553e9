package org.rapidsms.web.webhook;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All webhooks, of all backends. */
@ApplicationPath("/backend")
public class WebhookApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(WebhookResource.class, BadWebhookMapper.class, AnythingElseMapper.class);
    }
}
