import { rule } from '../rule';
import { helmReleases } from '../knowledge/helm-releases';

export const chartVersionsAreExact = rule({
  code: 'chart-versions-are-exact',
  rule: 'Every chart has one exact version.',
  fix: 'Write the version that was tested.',
  incidents: ['G29'],
  *run(artifacts) {
    for (const { application, pointer, version, chart } of artifacts.derive(helmReleases))
      if (!/^v?\d+\.\d+\.\d+(-[\w.]+)?(\+[\w.]+)?$/.test(version ?? ''))
        yield {
          place: application.at(...pointer, 'targetRevision'),
          problem: `is ${version ?? 'missing'} for ${chart}`,
        };
  },
});
