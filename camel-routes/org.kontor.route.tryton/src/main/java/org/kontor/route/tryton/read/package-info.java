/** Decides what is read, and remembers how far: full readings, changes, the cursor and the overlap window. */
package org.kontor.route.tryton.read;
