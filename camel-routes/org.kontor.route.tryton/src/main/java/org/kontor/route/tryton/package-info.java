/** Reads parties of a Tryton as customers and locations: the connector, its settings and its routes. */
package org.kontor.route.tryton;
