/** One project of Telerivet, which reaches phones by Android phones and by operators. */
package org.rapidsms.backend.telerivet;
