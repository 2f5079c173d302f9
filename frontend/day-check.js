/*
 * <desk-day>: a day's rows with their sessions as bars, or the same as words, in one real table either way. The server
 * hands over what is drawn and all of its words (DayDrawing). Arrows walk rows and sessions; one link of the bars can be
 * tabbed to, the one that was walked to last. "turn" asks for another day, "table" for the other look, "open" for a session
 * beside it; its link leads to the same. "act" asks to do what a row's button says, by S where that is to sign; "tick" says which rows
 * are ticked, by Space or a click.
 */

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable], vaadin-date-picker';

/* Keys that may be held; with all others that would sign, or turn, what nobody has looked at. */
const WALKS = new Set(['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown']);

/* How long the board waits for the end of a press, in ms: it may come to nobody's ears. */
const LONGEST_PRESS = 10_000;

class DeskDay extends HTMLElement {
  #drawing;
  /* The number by which the server knows the drawing, and that of the one that is seen. */
  #number;
  #seen;
  /* Set while the mouse is pressed here. Drawn anew under it, what it is on would be gone, and so never clicked. */
  #holding;
  #waits = false;
  #held = (event) => this.#hold(event);
  #letGo = () => setTimeout(() => this.#release());
  #current;
  #walkedTo;
  /* What a button was asked for, and where the focus goes once its row has changed by that. */
  #after;
  /* Rows to be signed together, by their keys. */
  #ticked = new Set();
  #pressed = (event) => this.#press(event);
  #clicked = (event) => this.#click(event);
  #changed = () => this.#tick([...this.querySelectorAll('.day-tick:checked')]);

  static observedAttributes = ['at'];

  /** Another driver or vehicle to begin at, by its id: who comes from the pay period stands in that row. */
  attributeChangedCallback() {
    this.#walkedTo = undefined;
    this.#toAsked();
  }

  connectedCallback() {
    // Set before this module had come.
    for (const name of ['board', 'drawing']) {
      if (Object.hasOwn(this, name)) {
        const given = this[name];
        delete this[name];
        this[name] = given;
      }
    }
    document.addEventListener('keydown', this.#pressed);
    this.addEventListener('pointerdown', this.#held);
    document.addEventListener('pointerup', this.#letGo);
    document.addEventListener('pointercancel', this.#letGo);
    this.addEventListener('click', this.#clicked);
    this.addEventListener('change', this.#changed);
    this.#draw();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#pressed);
    this.removeEventListener('pointerdown', this.#held);
    document.removeEventListener('pointerup', this.#letGo);
    document.removeEventListener('pointercancel', this.#letGo);
    this.#release();
    this.removeEventListener('click', this.#clicked);
    this.removeEventListener('change', this.#changed);
  }

  set drawing(drawing) {
    if (drawing?.day !== this.#drawing?.day) {
      // Another day's rows; the server forgets with it.
      this.#ticked.clear();
    }
    this.#drawing = drawing;
    this.#draw();
  }

  get drawing() {
    return this.#drawing;
  }

  /** Comes with each drawing; what is done here says that of the one that was seen. */
  set board(number) {
    this.#number = number;
    if (this.#holding === undefined) {
      this.#seen = number;
    }
  }

  get board() {
    return this.#seen;
  }

  #hold(event) {
    if (!event.button) {
      clearTimeout(this.#holding);
      this.#holding = setTimeout(() => this.#release(), LONGEST_PRESS);
    }
  }

  /** The click has been heard by now. */
  #release() {
    clearTimeout(this.#holding);
    this.#holding = undefined;
    if (this.#waits) {
      this.#draw();
    }
  }

  #draw() {
    if (!this.#drawing || !this.isConnected) {
      return;
    }
    this.#waits = this.#holding !== undefined;
    if (this.#waits) {
      return;
    }
    this.#seen = this.#number;
    const within = this.contains(document.activeElement) || document.activeElement === document.body;
    const focused = within ? this.#focused() : undefined;
    // A day without rows has no table, and its keys still turn to the next.
    this.replaceChildren(...(this.#drawing.rows.length ? [table(this.#drawing)] : []));
    if (focused) {
      (this.#byKey(focused) ?? this.#tickOf(focused) ?? this.#items(this.#rows()[0])[0])?.focus();
    }
    this.#tabbable(this.#byKey(this.#current));
    this.#tickAgain();
    this.dataset.drawn = this.#drawing.rows.length;
    this.#toAsked();
  }

  /** What gets the focus in the next drawing: what has it, or the row below one that was signed. */
  #focused() {
    const after = this.#after;
    const acted = after && this.#drawing.rows.find((row) => row.key === after.row)?.act.what !== after.what;
    if (acted) {
      this.#after = undefined;
      return after.key;
    }
    const tick = document.activeElement.closest('.day-tick');
    return tick ? `tick ${tick.dataset.row}` : document.activeElement.dataset.key;
  }

  /** A row's tick by a name that arrows don't walk to; its name where it has none any more. */
  #tickOf(focused) {
    const [what, row] = focused.split(' ');
    return what === 'tick'
      ? this.querySelector(`.day-tick[data-row="${CSS.escape(row)}"]`) ?? this.#byKey(`row ${row}`)
      : undefined;
  }

  #toAsked() {
    const at = this.getAttribute('at');
    const row = at && at !== this.#walkedTo && this.#byKey(`row ${at}`)?.closest('tr');
    if (row) {
      this.#walkedTo = at;
      const [name, bar] = this.#items(row).filter((each) => !each.dataset.act);
      this.#go(bar ?? name);
      row.scrollIntoView({ block: 'center' });
    }
  }

  /** What was ticked and can still be signed stays so. */
  #tickAgain() {
    const boxes = [...this.querySelectorAll('.day-tick')];
    boxes.forEach((box) => { box.checked = this.#ticked.has(box.dataset.row); });
    this.#tick(boxes.filter((box) => box.checked));
  }

  #tick(boxes) {
    const keys = boxes.map((box) => box.dataset.row);
    if (keys.length !== this.#ticked.size || !keys.every((key) => this.#ticked.has(key))) {
      this.#ticked = new Set(keys);
      this.#say('tick', keys);
    }
  }

  #rows() {
    return [...this.querySelectorAll('tbody tr')];
  }

  /** What can be walked to in a row: its name and its sessions. */
  #items(row) {
    return row ? [...row.querySelectorAll('[data-key]')] : [];
  }

  #byKey(key) {
    return key && this.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  #tabbable(item) {
    const rows = this.#rows();
    const one = item ?? this.#items(rows[0]).filter((each) => !each.dataset.act).at(-1);
    this.querySelectorAll('[data-key]').forEach((each) => {
      each.tabIndex = this.#drawing.table || each === one ? 0 : -1;
    });
  }

  #press(event) {
    const within = this.contains(event.target);
    // The editor beside it has keys of its own.
    const screen = this.closest('.day-check');
    const nearby = event.target === document.body
      || screen?.contains(event.target) && !event.target.closest('.editor');
    if (
      !nearby ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.shiftKey ||
      event.repeat && !WALKS.has(event.key) ||
      event.composedPath()[0].closest?.(TYPING) ||
      document.querySelector('[role="dialog"]')
    ) {
      return;
    }
    this.#after = undefined;
    const done = this.#act(event.key, within ? this.#itemOf(event.target) : undefined);
    if (done) {
      event.preventDefault();
    }
  }

  #act(key, from) {
    switch (key) {
      case 'ArrowDown':
        return this.#toRow(from, 1);
      case 'ArrowUp':
        return this.#toRow(from, -1);
      case 'ArrowRight':
        return this.#along(from, 1);
      case 'ArrowLeft':
        return this.#along(from, -1);
      case 'PageUp':
        return this.#say('turn', -1);
      case 'PageDown':
        return this.#say('turn', 1);
      case ' ':
        return this.#turnTick(from?.closest('tr')?.querySelector('.day-tick'));
      case 's':
      case 'S':
        return this.#do(from?.closest('tr')?.querySelector('[data-act="sign"]'));
      case 't':
      case 'T':
        return this.#say('table');
      default:
        return false;
    }
  }

  /** What is walked from: a tick's row at its name. */
  #itemOf(target) {
    return target.closest('[data-key]') ?? target.closest('tbody tr')?.querySelector('[data-key]') ?? undefined;
  }

  #toRow(from, step) {
    const rows = this.#rows();
    const at = from ? rows.indexOf(from.closest('tr')) : step > 0 ? -1 : rows.length;
    const row = rows[at + step];
    if (row) {
      const items = this.#items(row);
      // To the session that is nearest in time; from a name to a name, where that is where one walks.
      const bars = items.filter((each) => each.dataset.at);
      const name = from && !from.dataset.at && !from.dataset.act;
      const here = Number(from?.dataset.at ?? 0);
      const nearest = bars.sort((one, other) => Math.abs(one.dataset.at - here) - Math.abs(other.dataset.at - here))[0];
      this.#go(name || !nearest ? items[0] : nearest);
    }
    return rows.length > 0;
  }

  #along(from, step) {
    if (!from) {
      return this.#toRow(from, 1);
    }
    const items = this.#items(from.closest('tr'));
    this.#go(items[items.indexOf(from) + step]);
    return true;
  }

  #go(item) {
    if (item) {
      this.#current = item.dataset.key;
      this.#tabbable(item);
      item.focus();
    }
  }

  #turnTick(box) {
    box?.click();
    return Boolean(box);
  }

  /** Does what a row's button says; whoever signs goes on with the row below. */
  #do(button) {
    if (!button) {
      return false;
    }
    const row = button.closest('tr');
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const { act: what, row: key } = button.dataset;
    this.#after = { what, row: key, key: what === 'sign' && next ? this.#items(next)[0].dataset.key : button.dataset.key };
    this.#say('act', { what, row: key });
    return true;
  }

  /** As a link is followed: with a key held the browser does what it does then. */
  #click(event) {
    this.#after = undefined;
    const button = event.target.closest('[data-act]');
    if (button) {
      this.#do(button);
      return;
    }
    const bar = event.target.closest('[data-at]');
    if (!bar || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    this.#go(bar);
    // A click that no pointer made is Enter's.
    this.#say('open', { session: bar.dataset.key.split(' ')[1], byKey: event.detail === 0 });
  }

  /** Gives the focus to a session, or to what was walked to last. */
  focusSession(session) {
    const bar = [...this.querySelectorAll('[data-at]')].find((each) => each.dataset.key.endsWith(` ${session}`));
    (bar ?? this.#byKey(this.#current))?.focus();
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
    return true;
  }
}

/** Roles are said, too: on a phone a row is laid out as a card, and would be no row any more. */
function table(drawing) {
  const all = make('table', 'day-table', { role: 'table', 'aria-label': drawing.label });
  all.classList.toggle('as-words', drawing.table);
  all.style.setProperty('--hours', drawing.hours);
  const heads = make('tr', '', { role: 'row' });
  drawing.heads.forEach((words, n) => {
    const head = make('th', `day-${HEADS[n]}`, { role: 'columnheader', scope: 'col' });
    head.append(make('span', 'day-head-words', {}, words));
    if (n === 1 && !drawing.table) {
      head.append(axis(drawing.ticks));
    }
    heads.append(head);
  });
  all.append(
    group('thead', [heads]),
    group('tbody', drawing.rows.map((row) => line({ ...row, open: drawing.open }, drawing))),
    group('tfoot', [line(drawing.foot, drawing)]),
  );
  return all;
}

const COLUMNS = ['name', 'bars', 'driver', 'dispatcher', 'distance', 'problems', 'sent', 'state'];
/* The last one's cells are buttons. */
const HEADS = [...COLUMNS, 'act'];

function group(name, rows) {
  const all = make(name, '', { role: 'rowgroup' });
  all.append(...rows);
  return all;
}

function line(row, drawing) {
  const all = make('tr', '', { role: 'row' });
  const name = make('th', 'day-name', { role: 'rowheader', scope: 'row' });
  name.append(row.href ? link('day-who', row.href, `row ${row.key}`, row.name) : row.name);
  const bars = make('td', 'day-bars', { role: 'cell' });
  bars.append(drawing.table ? words(row) : track(row));
  all.append(name, bars);
  COLUMNS.slice(2).forEach((column, n) => {
    const cell = make('td', `day-${column}`, { role: 'cell' });
    const { says, more, kind } = row[column];
    if (says) {
      // Where a row is a card, its column's name isn't above it.
      cell.append(make('span', 'day-label', { 'aria-hidden': 'true' }, drawing.heads[n + 2]));
      cell.append(make('span', kind, {}, says));
    }
    if (more) {
      cell.append(' ', make('span', 'day-more', {}, more));
    }
    all.append(cell);
  });
  all.append(act(row));
  return all;
}

function act(row) {
  const cell = make('td', 'day-act', { role: 'cell' });
  if (row.act.what === 'sign') {
    // Not beside the name: a row is called by that.
    const box = make('input', 'day-tick', { type: 'checkbox', 'aria-label': row.act.label, tabindex: -1 });
    box.dataset.row = row.key;
    cell.append(box);
  }
  if (row.act.what) {
    const button = make('button', '', { type: 'button', 'aria-label': row.act.label }, row.act.says);
    button.dataset.key = `act ${row.key}`;
    button.dataset.act = row.act.what;
    button.dataset.row = row.key;
    cell.append(button);
  }
  return cell;
}

/** Sessions in words, one below the other. */
function words(row) {
  const list = make('ul', 'day-list');
  for (const bar of row.bars) {
    const item = make('li', bar.kind);
    const one = link('', bar.href, `${row.key} ${bar.key}`, bar.says);
    one.dataset.at = bar.at;
    current(one, bar, row.open);
    item.append(one);
    list.append(item);
  }
  return row.bars.length ? list : '';
}

function track(row) {
  const all = make('div', 'day-track');
  all.style.setProperty('--lanes', row.lanes);
  for (const gap of row.gaps) {
    all.append(mark('day-gap', gap));
  }
  for (const bar of row.bars) {
    all.append(drawnBar(row, bar));
  }
  for (const overlap of row.overlaps) {
    all.append(mark('day-overlap', overlap));
  }
  return all;
}

function drawnBar(row, bar) {
  const drawn = link(`day-bar ${bar.kind}`, bar.href, `${row.key} ${bar.key}`, '');
  drawn.dataset.at = bar.at;
  current(drawn, bar, row.open);
  drawn.setAttribute('aria-label', bar.says);
  drawn.title = bar.says;
  place(drawn, bar);
  drawn.style.setProperty('--lane', bar.lane);
  for (const [part, text] of [['sign', bar.sign], ['before', bar.before], ['shown', bar.shown], ['after', bar.after]]) {
    if (text) {
      drawn.append(make('span', `day-bar-${part}`, {}, text));
    }
  }
  return drawn;
}

/** The one in the editor. */
function current(link, bar, open) {
  if (bar.key === open) {
    link.setAttribute('aria-current', 'true');
  }
}

function mark(name, { at, width, says }) {
  const drawn = make('div', name, { role: 'img', 'aria-label': says, title: says });
  place(drawn, { at, width });
  return drawn;
}

function place(drawn, { at, width }) {
  drawn.style.setProperty('--at', `${at}%`);
  drawn.style.setProperty('--width', `${width}%`);
}

function axis(ticks) {
  const all = make('div', 'day-axis', { 'aria-hidden': 'true' });
  for (const tick of ticks) {
    const one = make('span', '', {}, tick.says);
    one.style.setProperty('--at', `${tick.at}%`);
    all.append(one);
  }
  return all;
}

function link(name, href, key, text) {
  const made = make('a', name, { href }, text);
  made.dataset.key = key;
  return made;
}

function make(tag, name, attributes = {}, text = '') {
  const made = document.createElement(tag);
  if (name) {
    made.className = name;
  }
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(text);
  return made;
}

customElements.define('desk-day', DeskDay);
