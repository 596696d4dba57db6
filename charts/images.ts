/**
 * Container images that no chart or operator brings along. Tags are exact; a digest would need a registry to look it up.
 */
export const images = {
  /** On Debian, like `node` below, whose interpreter runs in it. */
  atlantis: 'ghcr.io/runatlantis/atlantis:v0.40.0-debian',
  node: 'docker.io/library/node:22.20.0-bookworm-slim',
  redis: (version: string) => `docker.io/library/redis:${version}-bookworm`,
  redisExporter: 'docker.io/oliver006/redis_exporter:v1.67.0',
  rabbitmq: (version: string) => `docker.io/library/rabbitmq:${version}-management`,
} as const;
