import { reachabilities } from '../../report/reachability';
import { eco2 } from '../../clusters/eco2';
import { examine } from '../../synth/examine';

const all = reachabilities(examine(eco2).placement);
const of = (suffix: string) => {
  const found = all.find(({ workload }) => workload.endsWith(suffix));
  if (!found) throw new Error(`no ${suffix} among ${all.map(({ workload }) => workload).join(', ')}`);
  return found;
};

describe('who may talk to whom', () => {
  test('an API is called by Prometheus and the smoke test, and calls the data services that it uses', () => {
    const { restriction, incoming, callers, callees } = of('auth/auth-api');
    expect(restriction).toBe('policed');
    expect(incoming.map(({ from }) => from.kind)).toContain('load-balancer');
    expect(callers.some((caller) => caller.includes('prometheus'))).toBe(true);
    expect(callers.filter((caller) => caller.endsWith('-api'))).toEqual([]);
    expect(callees.some((callee) => callee.includes('postgresql'))).toBe(true);
  });

  test('one side names the other and is named by it', () => {
    for (const { workload, callees } of all)
      for (const callee of callees)
        expect(all.find((other) => other.workload === callee)?.callers).toContain(workload);
  });

  test('a pod on its machine’s network is not called guarded', () => {
    expect(of('node-exporter').restriction).toBe('host-network');
    expect(of('node-exporter').callers).toEqual([]);
    expect(of('kube-system/kube-proxy').restriction).toBe('host-network');
  });

  test('DNS answers every pod of ours', () => {
    expect(of('kube-system/coredns').callers).toContain(of('auth/auth-api').workload);
  });
});
