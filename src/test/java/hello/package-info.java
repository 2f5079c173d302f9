/**
 * The least that is started with Spring Boot, Vaadin and the portal's embedded PostgreSQL: what the portal's own start is
 * measured against. Outside the portal's packages, so that no portal finds it.
 */
@NullMarked
package hello;

import org.jspecify.annotations.NullMarked;
