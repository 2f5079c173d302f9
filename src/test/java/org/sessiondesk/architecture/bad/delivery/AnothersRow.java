package org.sessiondesk.architecture.bad.delivery;

import jakarta.persistence.Table;

/** Maps what belongs to another room. */
@Table(name = "driver_session")
class AnothersRow {}
