/*
 * Back and Forward, one at a time. Flow's router (Flow.tsx) takes a step that comes while it is on its way somewhere else
 * for a part of that way: the address changes, the screen doesn't; or it loses what stands behind the address's "?". So a
 * step that comes too early is taken back, and taken again once the router has arrived. What the router writes into the
 * history or asks of it meanwhile is done when the browser stands where the router believes it to stand.
 *
 * It has to listen before the router does, so the page loads it as a plain script.
 */
{
  /** How long the router may be on its way while no answer is awaited, in ms: it doesn't say so when a screen kept somebody. */
  const PATIENCE = 3000;

  /** How often it is asked whether an answer still is, in ms. */
  const AGAIN = 250;

  /** Where in the history the router believes to be, and what it believes to be written there. */
  let place = history.state?.idx ?? 0;
  let stateThere = history.state;

  let setOut = -PATIENCE;

  /** Steps that the router asked for and that haven't come yet: it takes each of ours back and again itself. */
  let routersOwn = 0;

  /** The place that a step taken back leads to, while it hasn't come. */
  let comingBackTo;
  let undone = [];
  let owed = 0;
  let giveUp;

  const there = (to, state) => {
    place = to;
    stateThere = state;
  };

  for (const name of ['pushState', 'replaceState']) {
    const put = history[name];
    history[name] = function (state, ...rest) {
      there(state?.idx ?? place, state);
      const write = () => put.call(this, state, ...rest);
      if (comingBackTo === undefined) {
        write();
      } else {
        undone.push(write);
      }
    };
  }

  const written = Object.getOwnPropertyDescriptor(History.prototype, 'state').get;
  Object.defineProperty(history, 'state', {
    configurable: true,
    get: () => (comingBackTo === undefined ? written.call(history) : stateThere),
  });

  const go = history.go;
  history.go = function (delta) {
    const step = () => {
      if (delta) {
        routersOwn++;
      }
      go.call(this, delta);
    };
    // Browsers drop one of two steps that are under way to and fro.
    if (comingBackTo === undefined) {
      step();
    } else {
      undone.push(step);
    }
  };

  const setsOut = () => {
    setOut = performance.now();
  };

  const answerAwaited = () => window.Vaadin?.connectionState?.state === 'loading';

  /** How long it may still take, in ms. */
  const onItsWay = () =>
    window.Vaadin?.Flow?.navigation
      ? Math.max(setOut + PATIENCE - performance.now(), answerAwaited() ? AGAIN : 0)
      : 0;

  const isBack = () => {
    comingBackTo = undefined;
    const writes = undone;
    undone = [];
    writes.forEach((write) => write());
  };

  const arrive = () => {
    clearTimeout(giveUp);
    isBack();
    const steps = owed;
    owed = 0;
    if (steps) {
      go.call(history, steps);
    }
  };

  const giveUpUnlessAwaited = () => {
    if (answerAwaited()) {
      giveUp = setTimeout(giveUpUnlessAwaited, AGAIN);
    } else {
      arrive();
    }
  };

  const arriveOnceBack = () => (comingBackTo === undefined ? arrive() : setTimeout(arriveOnceBack));

  addEventListener('popstate', (event) => {
    const to = event.state?.idx ?? place;
    const wait = onItsWay();
    if (comingBackTo === to) {
      event.stopImmediatePropagation();
      isBack();
    } else if (routersOwn > 0) {
      routersOwn--;
      there(to, event.state);
    } else if (to === place || wait <= 0 || comingBackTo !== undefined) {
      there(to, event.state);
      setsOut();
    } else {
      event.stopImmediatePropagation();
      comingBackTo = place;
      owed += to - place;
      go.call(history, place - to);
      clearTimeout(giveUp);
      giveUp = setTimeout(giveUpUnlessAwaited, wait);
    }
  });
  addEventListener('click', (event) => event.composedPath().some((node) => node.localName === 'a') && setsOut(), true);
  addEventListener('vaadin-navigate', setsOut);
  addEventListener('vaadin-navigated', arriveOnceBack);
}
