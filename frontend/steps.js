/*
 * Back and Forward, one at a time. Flow's router (Flow.tsx) takes a step that comes while it is on its way somewhere else
 * for a part of that way: the address changes, the screen doesn't; or it loses what stands behind the address's "?". So a
 * step that comes too early is taken back, and taken again once the router has arrived.
 *
 * It has to listen before the router does, so the page loads it as a plain script.
 */
{
  /** How long the router may be on its way, in ms: it doesn't say so when a screen kept somebody. */
  const PATIENCE = 3000;

  /** Where in the history the router believes to be. */
  let place = history.state?.idx ?? 0;

  let setOut = -PATIENCE;

  /** Steps that the router asked for and that haven't come yet: it takes each of ours back and again itself. */
  let routersOwn = 0;

  let comingBack = false;
  let owed = 0;
  let giveUp;

  for (const name of ['pushState', 'replaceState']) {
    const put = history[name];
    history[name] = function (state, ...rest) {
      put.call(this, state, ...rest);
      place = state?.idx ?? place;
    };
  }

  const go = history.go;
  history.go = function (delta) {
    if (delta) {
      routersOwn++;
    }
    go.call(this, delta);
  };

  const setsOut = () => {
    setOut = performance.now();
  };

  /** How long it may still take, in ms. */
  const onItsWay = () => (window.Vaadin?.Flow?.navigation ? setOut + PATIENCE - performance.now() : 0);

  const arrive = () => {
    clearTimeout(giveUp);
    const steps = owed;
    owed = 0;
    if (steps) {
      go.call(history, steps);
    }
  };

  addEventListener('popstate', (event) => {
    const to = event.state?.idx ?? place;
    const wait = onItsWay();
    const back = comingBack && to === place;
    comingBack = false;
    if (back) {
      event.stopImmediatePropagation();
    } else if (routersOwn > 0) {
      routersOwn--;
      place = to;
    } else if (to === place || wait <= 0) {
      place = to;
      setsOut();
    } else {
      event.stopImmediatePropagation();
      comingBack = true;
      owed += to - place;
      go.call(history, place - to);
      clearTimeout(giveUp);
      giveUp = setTimeout(arrive, wait);
    }
  });
  addEventListener('click', (event) => event.composedPath().some((node) => node.localName === 'a') && setsOut(), true);
  addEventListener('vaadin-navigate', setsOut);
  addEventListener('vaadin-navigated', arrive);
}
