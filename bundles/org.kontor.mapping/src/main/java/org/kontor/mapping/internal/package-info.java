/** Which connections have which mappings, for the people who write them. */
package org.kontor.mapping.internal;
