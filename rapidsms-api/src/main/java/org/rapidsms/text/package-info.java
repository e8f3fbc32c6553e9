/** How texts are written on the air. For authors of backends, and for pages that count. */
package org.rapidsms.text;
