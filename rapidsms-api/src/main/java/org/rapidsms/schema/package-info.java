/** For authors of apps that store something of their own, in tables beside those of RapidSMS. */
package org.rapidsms.schema;
