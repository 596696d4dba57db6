/** Secret with the address that alerts are posted to. */
export const alertWebhookSecret = 'alert-webhook';

/** Where alerts go: one webhook that speaks Slack's format; what only shows that alerting works goes nowhere. */
export const alertmanagerConfig = {
  global: { resolve_timeout: '5m' },
  route: {
    receiver: 'chat',
    group_by: ['alertname', 'namespace'],
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '12h',
    routes: [{ receiver: 'nobody', matchers: ['alertname =~ "Watchdog|InfoInhibitor"'] }],
  },
  inhibit_rules: [
    {
      source_matchers: ['severity = "critical"'],
      target_matchers: ['severity = "warning"'],
      equal: ['namespace', 'alertname'],
    },
  ],
  receivers: [
    { name: 'nobody' },
    {
      name: 'chat',
      slack_configs: [
        {
          api_url_file: `/etc/alertmanager/secrets/${alertWebhookSecret}/url`,
          send_resolved: true,
          title: '{{ .CommonLabels.severity }}: {{ .CommonLabels.alertname }}',
          text: '{{ range .Alerts }}{{ .Annotations.summary }} {{ .Annotations.runbook_url }}\n{{ end }}',
        },
      ],
    },
  ],
} as const;
