/** E-mail: texts leave by SMTP and come in by IMAP; who writes is an address. */
package org.rapidsms.backend.email;
