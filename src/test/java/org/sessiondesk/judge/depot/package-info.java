/** Makes fleets on other assumptions than {@link org.sessiondesk.judge.fleet}, so that a judge fits neither too well. */
@NullMarked
package org.sessiondesk.judge.depot;

import org.jspecify.annotations.NullMarked;
