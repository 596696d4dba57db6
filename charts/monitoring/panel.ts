/** One panel of a dashboard, as we write it. */
export interface Panel {
  readonly title: string;
  /** Query and legend of each line. */
  readonly queries: readonly (readonly [expression: string, legend: string])[];
  readonly unit: 'short' | 'percentunit' | 'bytes' | 's' | 'reqps' | 'ops';
  /** @default 'timeseries' */
  readonly type?: 'timeseries' | 'stat';
}

/** A dashboard, as we write it. */
export interface Dashboard {
  /** Kebab-case; part of its address. */
  readonly name: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

const columns = 2;
const gridWidth = 24;
const panelHeight = 8;

/** A dashboard as Grafana reads it; panels fill rows of two. Prometheus is its default data source. */
export function grafanaJson({ name, title, panels }: Dashboard): object {
  const width = gridWidth / columns;
  return {
    uid: name,
    title,
    tags: ['eco2'],
    schemaVersion: 39,
    version: 1,
    editable: false,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'browser',
    panels: panels.map(({ title: panelTitle, queries, unit, type = 'timeseries' }, index) => ({
      id: index + 1,
      type,
      title: panelTitle,
      gridPos: {
        x: (index % columns) * width,
        y: Math.floor(index / columns) * panelHeight,
        w: width,
        h: panelHeight,
      },
      fieldConfig: { defaults: { unit }, overrides: [] },
      targets: queries.map(([expr, legendFormat], query) => ({
        refId: String.fromCharCode(65 + query),
        expr,
        legendFormat,
      })),
    })),
  };
}
