/** The nightly snapshot of etcd: what Ansible schedules, and what the alert of a missed one looks at. */
export const etcdBackup = {
  /** On each control-plane node. */
  directory: '/var/backups/etcd',
  /** Snapshots that are kept, one a night. */
  keep: 7,
  /** systemd calendar, in UTC: three in the morning in Seoul. */
  calendar: '*-*-* 18:00:00 UTC',
  /** Seconds since 1970 of the last success, in node-exporter's textfile collector. */
  metric: 'etcd_backup_last_success_timestamp_seconds',
  /** Folder of the host that node-exporter's textfile collector reads. */
  metricsDirectory: '/var/lib/node-exporter/textfile',
} as const;
