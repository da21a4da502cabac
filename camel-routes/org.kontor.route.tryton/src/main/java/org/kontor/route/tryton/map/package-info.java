/** Says what a party's fields are in our language. */
package org.kontor.route.tryton.map;
