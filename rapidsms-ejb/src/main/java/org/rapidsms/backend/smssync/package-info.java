/** SMSSync, an app that makes an Android phone a gateway: the phone calls us. */
package org.rapidsms.backend.smssync;
