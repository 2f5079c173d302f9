/** Makes fleets with known mistakes and honest oddities, to measure a judge by. It knows no judge. */
@NullMarked
package org.sessiondesk.judge.fleet;

import org.jspecify.annotations.NullMarked;
