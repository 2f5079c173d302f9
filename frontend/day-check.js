/*
 * <desk-day>: a day's rows with their sessions as bars, or the same as words, in one real table either way. The server
 * hands over what is drawn and all of its words (DayDrawing). Arrows walk rows and sessions; one link of the bars can be
 * tabbed to, the one that was walked to last. "turn" asks for another day, "table" for the other look.
 */

const TYPING = 'input, textarea, select, [contenteditable], vaadin-date-picker';

class DeskDay extends HTMLElement {
  #drawing;
  #current;
  #pressed = (event) => this.#press(event);

  connectedCallback() {
    // Set before this module had come.
    if (Object.hasOwn(this, 'drawing')) {
      const drawing = this.drawing;
      delete this.drawing;
      this.drawing = drawing;
    }
    document.addEventListener('keydown', this.#pressed);
    this.#draw();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#pressed);
  }

  set drawing(drawing) {
    this.#drawing = drawing;
    this.#draw();
  }

  get drawing() {
    return this.#drawing;
  }

  #draw() {
    if (!this.#drawing || !this.isConnected) {
      return;
    }
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    // A day without rows has no table, and its keys still turn to the next.
    this.replaceChildren(...(this.#drawing.rows.length ? [table(this.#drawing)] : []));
    if (focused) {
      (this.#byKey(focused) ?? this.#items(this.#rows()[0])[0])?.focus();
    }
    this.#tabbable(this.#byKey(this.#current));
    this.dataset.drawn = this.#drawing.rows.length;
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
    const one = item ?? this.#items(rows[0]).at(-1);
    this.querySelectorAll('[data-key]').forEach((each) => {
      each.tabIndex = this.#drawing.table || each === one ? 0 : -1;
    });
  }

  #press(event) {
    const within = this.contains(event.target);
    const nearby = within || event.target === document.body || this.parentElement?.contains(event.target);
    if (
      !nearby ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.shiftKey ||
      event.composedPath()[0].closest?.(TYPING) ||
      document.querySelector('[role="dialog"]')
    ) {
      return;
    }
    const done = this.#act(event.key, within ? event.target.closest('[data-key]') : undefined);
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
      case 't':
      case 'T':
        return this.#say('table');
      default:
        return false;
    }
  }

  #toRow(from, step) {
    const rows = this.#rows();
    const at = from ? rows.indexOf(from.closest('tr')) : step > 0 ? -1 : rows.length;
    const row = rows[at + step];
    if (row) {
      const items = this.#items(row);
      // To the session that is nearest in time; from a name to a name, where that is where one walks.
      const bars = items.slice(1);
      const name = from && !from.dataset.at;
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
    const head = make('th', `day-${COLUMNS[n]}`, { role: 'columnheader', scope: 'col' });
    head.append(make('span', 'day-head-words', {}, words));
    if (n === 1 && !drawing.table) {
      head.append(axis(drawing.ticks));
    }
    heads.append(head);
  });
  all.append(
    group('thead', [heads]),
    group('tbody', drawing.rows.map((row) => line(row, drawing))),
    group('tfoot', [line(drawing.foot, drawing)]),
  );
  return all;
}

const COLUMNS = ['name', 'bars', 'driver', 'dispatcher', 'distance', 'problems', 'sent', 'state'];

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
  return all;
}

/** Sessions in words, one below the other. */
function words(row) {
  const list = make('ul', 'day-list');
  for (const bar of row.bars) {
    const item = make('li', bar.kind);
    const one = link('', bar.href, `${row.key} ${bar.key}`, bar.says);
    one.dataset.at = bar.at;
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
