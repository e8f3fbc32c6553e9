/** Tables as files: comma-separated values that spreadsheets open and nobody is harmed by. */
package org.rapidsms.web.csv;
