/*
 * <desk-period>: drivers by days, in one real table. The server hands over what is drawn and all of its words
 * (PeriodDrawing). Arrows walk the cells; one of them can be tabbed to, the one that was walked to last. "turn" asks for
 * another period. A row that didn't change is left as it is, so that news costs no more than what is new.
 */

const TYPING = 'input, textarea, select, [contenteditable], vaadin-date-picker';

class DeskPeriod extends HTMLElement {
  #drawing;
  #drawn;
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
    this.addEventListener('focusin', (event) => this.#tabbable(event.target.closest('[data-key]')));
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
    const drawing = this.#drawing;
    if (!drawing || !this.isConnected) {
      return;
    }
    const frame = JSON.stringify([drawing.label, drawing.days, drawing.heads]);
    if (!drawing.rows.length) {
      this.replaceChildren();
      this.#drawn = undefined;
    } else if (this.#drawn?.frame === frame) {
      this.#update(drawing);
    } else {
      this.#anew(drawing, frame);
    }
    this.#tabbable(this.#byKey(this.#current) ?? this.querySelector('[data-key]'));
    this.dataset.drawn = drawing.rows.length;
  }

  #anew(drawing, frame) {
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const all = make('table', 'period-table', { role: 'table', 'aria-label': drawing.label });
    const body = group('tbody', []);
    const foot = group('tfoot', [line(drawing.foot, drawing, false)]);
    all.append(group('thead', [heads(drawing)]), body, foot);
    this.#drawn = { frame, body, foot, rows: new Map() };
    this.#update(drawing);
    this.replaceChildren(all);
    this.#byKey(focused)?.focus();
  }

  #update(drawing) {
    const drawn = this.#drawn;
    const rows = new Map();
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    for (const row of drawing.rows) {
      const says = JSON.stringify(row);
      const before = drawn.rows.get(row.key);
      rows.set(row.key, before?.says === says ? before : { says, line: line(row, drawing, true) });
    }
    const lines = [...rows.values()].map((row) => row.line);
    lines.forEach((row, n) => {
      if (drawn.body.children[n] !== row) {
        drawn.body.insertBefore(row, drawn.body.children[n] ?? null);
      }
    });
    while (drawn.body.children.length > lines.length) {
      drawn.body.lastElementChild.remove();
    }
    drawn.rows = rows;
    drawn.foot.replaceChildren(line(drawing.foot, drawing, false));
    if (focused && !this.contains(document.activeElement)) {
      this.#byKey(focused)?.focus();
    }
  }

  #byKey(key) {
    return key && this.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  #tabbable(item) {
    if (item) {
      this.querySelectorAll('[data-key][tabindex="0"]').forEach((each) => {
        each.tabIndex = -1;
      });
      item.tabIndex = 0;
      this.#current = item.dataset.key;
    }
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
    if (this.#act(event.key, within ? event.target.closest('[data-key]') : undefined)) {
      event.preventDefault();
    }
  }

  #act(key, from) {
    switch (key) {
      case 'ArrowDown':
        return this.#go(from, 1, 0);
      case 'ArrowUp':
        return this.#go(from, -1, 0);
      case 'ArrowRight':
        return this.#go(from, 0, 1);
      case 'ArrowLeft':
        return this.#go(from, 0, -1);
      case 'Home':
        return from ? this.#go(from, 0, -Infinity) : false;
      case 'End':
        return from ? this.#go(from, 0, Infinity) : false;
      case 'PageUp':
        return this.#turn(-1);
      case 'PageDown':
        return this.#turn(1);
      default:
        return false;
    }
  }

  #go(from, down, along) {
    const rows = [...(this.#drawn?.body.children ?? [])];
    const row = from ? rows.indexOf(from.closest('tr')) + down : down < 0 ? rows.length - 1 : 0;
    const cells = rows[row] ? [...rows[row].querySelectorAll('[data-key]')] : [];
    const column = from ? [...from.closest('tr').querySelectorAll('[data-key]')].indexOf(from) + along : 0;
    const next = cells[Math.max(0, Math.min(cells.length - 1, column))];
    next?.focus();
    return rows.length > 0;
  }

  #turn(detail) {
    this.dispatchEvent(new CustomEvent('turn', { detail }));
    return true;
  }
}

/** Roles are said, too: on a phone a row is laid out as a card, and would be no row any more. */
function heads(drawing) {
  const all = make('tr', '', { role: 'row' });
  const [name, ...sums] = drawing.heads;
  all.append(make('th', 'period-name', { role: 'columnheader', scope: 'col' }, name));
  for (const day of drawing.days) {
    const head = make('th', day.closed ? 'period-day closed' : 'period-day', { role: 'columnheader', scope: 'col' });
    head.append(make('span', day.closed ? 'lock' : '', { 'aria-hidden': 'true' }, day.says));
    head.append(make('span', 'period-said', {}, [day.whole, day.closed].filter(Boolean).join(', ')));
    all.append(head);
  }
  for (const sum of sums) {
    all.append(make('th', 'period-sum', { role: 'columnheader', scope: 'col' }, sum));
  }
  return all;
}

function line(row, drawing, linked) {
  const all = make('tr', '', { role: 'row' });
  all.append(make('th', 'period-name', { role: 'rowheader', scope: 'row' }, row.name));
  row.cells.forEach((cell, n) => {
    const day = drawing.days[n];
    const td = make('td', 'period-day', { role: 'cell' });
    // Where a row is a card, its column's name isn't above it.
    td.append(make('span', 'period-label', { 'aria-hidden': 'true' }, day.says));
    td.append(linked ? dayLink(row, day, cell) : words(cell));
    all.append(td);
  });
  row.sums.forEach((cell, n) => {
    const td = make('td', 'period-sum', { role: 'cell' });
    td.append(make('span', 'period-label', { 'aria-hidden': 'true' }, drawing.heads[n + 1]), words(cell));
    if (cell.more) {
      td.append(' ', make('span', 'period-more', {}, cell.more));
    }
    all.append(td);
  });
  return all;
}

function dayLink(row, day, cell) {
  const href = `shift-audit?day=${day.date}${row.key ? `&at=${row.key}` : ''}`;
  const made = make('a', cell.kind, { href, 'aria-label': `${day.whole}: ${cell.whole}`, title: cell.whole }, cell.says);
  made.dataset.key = `${row.key} ${day.date}`;
  made.tabIndex = -1;
  if (cell.more) {
    made.append(' ', make('span', 'period-more', {}, cell.more));
  }
  return made;
}

function words(cell) {
  const said = make('span', cell.kind, {}, cell.says);
  if (!cell.whole) {
    return said;
  }
  const both = make('span');
  said.setAttribute('aria-hidden', 'true');
  both.append(said, make('span', 'period-said', {}, cell.whole));
  return both;
}

function group(name, rows) {
  const all = make(name, '', { role: 'rowgroup' });
  all.append(...rows);
  return all;
}

function make(tag, name = '', attributes = {}, text = '') {
  const made = document.createElement(tag);
  if (name) {
    made.className = name;
  }
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(text);
  return made;
}

customElements.define('desk-period', DeskPeriod);
