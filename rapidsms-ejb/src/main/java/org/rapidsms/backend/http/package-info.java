/** Any gateway that speaks plain HTTP forms. */
package org.rapidsms.backend.http;
