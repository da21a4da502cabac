/** JSONata, bounded: what mapping files may say in expressions. */
package org.kontor.mapping.expression;
