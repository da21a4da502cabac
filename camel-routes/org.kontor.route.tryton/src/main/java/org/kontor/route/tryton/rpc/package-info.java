/** Speaks Tryton's JSON-RPC over HTTP. */
package org.kontor.route.tryton.rpc;
