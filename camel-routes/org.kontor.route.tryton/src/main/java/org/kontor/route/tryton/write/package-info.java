/** Writes to Tryton what we changed. */
package org.kontor.route.tryton.write;
