/** Registration by text: who writes, and in which language to answer them. */
package org.rapidsms.app.registration;
