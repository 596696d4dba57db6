import {
  apiServerCommand,
  controllerManagerCommand,
  etcdCommand,
  kwokCommand,
  schedulerCommand,
  schedulerConfiguration,
  type Layout,
} from '../../../rehearsal/control-plane/commands';

const layout: Layout = {
  folder: '/folder',
  etcd: { client: 1001, peer: 1002 },
  apiServer: 1003,
  controllerManager: 1004,
  scheduler: 1005,
  serviceCidr: '10.96.0.0/12',
  podCidr: '192.168.0.0/16',
};
const all = [etcdCommand, apiServerCommand, controllerManagerCommand, schedulerCommand].map((command) =>
  command(layout),
);

test('every address that a program listens on is the loopback address', () => {
  const addresses = all
    .flatMap(({ arguments: parameters }) => parameters)
    .flatMap((parameter) => /^--(?:bind-address|.*-urls)=(?:http:\/\/)?([^:]+)/.exec(parameter)?.[1] ?? []);
  expect(addresses.length).toBeGreaterThanOrEqual(6);
  expect(new Set(addresses)).toEqual(new Set(['127.0.0.1']));
});

test('every file that a program writes or reads is in the folder of the run', () => {
  const paths = [...all, kwokCommand('/folder/kwok.kubeconfig')]
    .flatMap(({ arguments: parameters }) => parameters)
    .flatMap((parameter) => /=(\/.*)$/.exec(parameter)?.[1] ?? []);
  expect(paths.filter((path) => !path.startsWith('/folder/'))).toEqual([]);
});

test('the API server allocates Services from the range of the definition', () => {
  expect(apiServerCommand(layout).arguments).toContain('--service-cluster-ip-range=10.96.0.0/12');
});

test('no admission plugin is switched off', () => {
  expect(apiServerCommand(layout).arguments.join(' ')).not.toContain('disable-admission-plugins');
});

test('the scheduler keeps its default profile', () => {
  expect(JSON.parse(schedulerConfiguration('/folder'))).not.toHaveProperty('profiles');
});
