/*
 * <desk-odometer>: a vehicle's odometer over time and each session's distance, by ECharts. The server hands over what is
 * drawn and all of its words (OdometerDrawing); a click on a point says "choose" with its session.
 * Drawn as SVG in colours of CSS variables, so it follows the theme without being drawn anew.
 */

const TEXT = 'var(--vaadin-text-color-secondary)';
const LINE = 'var(--vaadin-border-color-secondary)';
const ACCENT = 'var(--aura-accent-text-color, var(--aura-accent-color))';
const AMBER = 'var(--desk-amber)';
const RED = 'var(--desk-red)';

const figures = new Intl.NumberFormat('en-US');

class DeskOdometer extends HTMLElement {
  #chart;
  #drawing;
  #resized = new ResizeObserver(() => this.#chart?.resize());

  connectedCallback() {
    // Set before this module had come.
    if (Object.hasOwn(this, 'drawing')) {
      const drawing = this.drawing;
      delete this.drawing;
      this.drawing = drawing;
    }
    this.#resized.observe(this);
    this.#draw();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  set drawing(drawing) {
    this.#drawing = drawing;
    this.#draw();
  }

  get drawing() {
    return this.#drawing;
  }

  async #draw() {
    if (!this.#drawing || !this.isConnected) {
      return;
    }
    const { init } = await import('./echarts.esm.min.mjs');
    if (!this.isConnected) {
      return;
    }
    if (!this.#chart) {
      this.#chart = init(this, null, { renderer: 'svg' });
      this.#chart.on('click', (point) => {
        const session = point.data?.session;
        if (session) {
          this.dispatchEvent(new CustomEvent('choose', { detail: session }));
        }
      });
    }
    this.#chart.setOption(options(this.#drawing, getComputedStyle(this)), true);
    this.dataset.drawn = this.#drawing.breaks.length;
  }
}

function options(drawing, style) {
  const span = { type: 'time', min: drawing.from, max: drawing.to, axisTick: { show: false } };
  const axisLine = { lineStyle: { color: LINE } };
  const label = { color: TEXT, fontSize: 12 };
  const splitLine = { lineStyle: { color: LINE } };
  const name = { color: TEXT, fontSize: 12, align: 'left' };
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: style.fontFamily },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (point) => said(point.data?.says),
      backgroundColor: 'var(--vaadin-background-color)',
      borderColor: 'var(--vaadin-border-color)',
      textStyle: { color: 'var(--vaadin-text-color)', fontSize: 13 },
    },
    grid: [
      { left: 64, right: 14, top: 28, bottom: 128 },
      { left: 64, right: 14, height: 64, bottom: 26 },
    ],
    xAxis: [
      { ...span, gridIndex: 0, axisLine, axisLabel: { show: false }, splitLine: { show: false } },
      { ...span, gridIndex: 1, axisLine, axisLabel: { ...label, hideOverlap: true }, splitLine: { show: false } },
    ],
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: drawing.low,
        max: drawing.high,
        name: drawing.words.odometer,
        nameTextStyle: { ...name, padding: [0, 0, 0, -60] },
        axisLabel: { ...label, showMinLabel: false, showMaxLabel: false, formatter: (value) => figures.format(value) },
        splitLine,
      },
      {
        type: 'value',
        gridIndex: 1,
        splitNumber: 2,
        name: drawing.words.distance,
        nameGap: 8,
        nameTextStyle: { ...name, padding: [0, 0, 0, -60] },
        axisLabel: { ...label, formatter: (value) => figures.format(value) },
        splitLine,
      },
    ],
    series: [line(drawing), bars(drawing), marks(drawing)],
  };
}

function line(drawing) {
  return {
    type: 'line',
    data: drawing.line.map((spot) => ({
      value: [spot.at, spot.reading],
      says: spot.says,
      session: spot.session,
    })),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: drawing.line.length > 400 ? 3 : 5,
    showAllSymbol: true,
    lineStyle: { color: ACCENT, width: 1.5 },
    itemStyle: { color: ACCENT },
    emphasis: { disabled: true },
    cursor: 'pointer',
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: TEXT, type: 'dashed' },
      label: { color: TEXT, position: 'insideEndTop', formatter: (mark) => mark.data.says },
      data: drawing.acts.map((act) => ({ xAxis: act.at, says: act.says })),
    },
  };
}

function bars(drawing) {
  const band = drawing.usualMost == null ? [] : [[{ yAxis: drawing.usualLeast }, { yAxis: drawing.usualMost }]];
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barWidth: drawing.bars.length > 120 ? 2 : 4,
    data: drawing.bars.map((bar) => ({
      value: [bar.at, bar.distance],
      says: bar.says,
      session: bar.session,
      itemStyle: { color: bar.usual ? ACCENT : AMBER },
    })),
    itemStyle: { color: ACCENT },
    emphasis: { disabled: true },
    cursor: 'pointer',
    markArea: {
      silent: true,
      itemStyle: { color: ACCENT, opacity: 0.14 },
      label: { show: true, position: 'insideTopRight', color: TEXT, formatter: drawing.words.usual },
      data: band,
    },
  };
}

function marks(drawing) {
  return {
    type: 'scatter',
    symbol: 'triangle',
    symbolSize: 14,
    z: 5,
    cursor: 'pointer',
    emphasis: { disabled: true },
    data: drawing.breaks.map((mark) => ({
      value: [mark.at, mark.reading],
      says: mark.says,
      session: mark.session,
      symbolRotate: mark.beyond < 0 ? 180 : 0,
      itemStyle: { color: mark.error ? RED : AMBER },
    })),
  };
}

/** As text, never as HTML: the names come from elsewhere. */
function said(says) {
  if (!says) {
    return '';
  }
  const lines = document.createElement('div');
  for (const text of says.split('\n')) {
    lines.append(Object.assign(document.createElement('div'), { textContent: text }));
  }
  return lines;
}

customElements.define('desk-odometer', DeskOdometer);
