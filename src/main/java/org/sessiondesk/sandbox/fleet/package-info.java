/**
 * The courier company behind the sandbox: its people, vehicles and a month of sessions, with known mistakes planted. It
 * knows neither HTTP nor files.
 */
@NullMarked
package org.sessiondesk.sandbox.fleet;

import org.jspecify.annotations.NullMarked;
