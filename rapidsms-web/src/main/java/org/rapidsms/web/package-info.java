/** What is reached over HTTP: webhooks for gateways, pages for people. */
package org.rapidsms.web;
