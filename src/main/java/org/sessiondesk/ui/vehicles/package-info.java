/** Vehicles: their list, and one vehicle's line of readings with its breaks and its new odometers. */
@NullMarked
package org.sessiondesk.ui.vehicles;

import org.jspecify.annotations.NullMarked;
