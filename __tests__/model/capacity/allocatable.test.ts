import { instanceTypes, type InstanceTypeName } from '../../../model/aws/instance-types';
import { allocatable } from '../../../model/capacity/allocatable';
import { kubeletReserves } from '../../../model/capacity/kubelet-reserves';

const mib = 2 ** 20;

describe('allocatable', () => {
  it.each<[InstanceTypeName, number, number]>([
    ['t3.micro', 1830, 622],
    ['t3.small', 1830, 1536],
    ['t3.medium', 1830, 3370],
    ['t3.large', 1830, 7162],
    ['t3.xlarge', 3820, 14624],
  ])('of a %s is %i thousandths of a core and %i MiB', (name, cpuMilli, memoryMiB) => {
    const offered = allocatable(instanceTypes[name], 20);
    expect(offered.cpuMilli).toBe(cpuMilli);
    expect(offered.memoryBytes / mib).toBe(memoryMiB);
  });

  it('subtracts the eviction threshold from memory and not from CPU', () => {
    const type = instanceTypes['t3.medium'];
    const { kubeReserved, systemReserved, evictionHard } = kubeletReserves(type);
    const reserved = [kubeReserved.memory, systemReserved.memory, evictionHard['memory.available']];
    const sum = reserved.reduce((total, text) => total + Number.parseInt(text, 10), 0);
    expect(allocatable(type, 20).memoryBytes / mib).toBe(type.visibleMemoryMiB - sum);
    expect(allocatable(type, 20).cpuMilli).toBe(
      2000 - Number.parseInt(kubeReserved.cpu, 10) - Number.parseInt(systemReserved.cpu, 10),
    );
  });

  it('leaves room for the root volume and the network interface among the attachments', () => {
    expect(allocatable(instanceTypes['t3.micro'], 20).volumes).toBe(26);
  });

  it.each(Object.entries(instanceTypes))('of a %s is positive and below its capacity', (_name, type) => {
    const offered = allocatable(type, 20);
    expect(offered.memoryBytes).toBeGreaterThan(0);
    expect(offered.memoryBytes).toBeLessThan(type.memoryMiB * mib);
    expect(offered.cpuMilli).toBeLessThan(type.vcpu * 1000);
  });
});

describe('kubelet reserves', () => {
  it('name every eviction signal, because naming one clears the defaults of the others', () => {
    expect(Object.keys(kubeletReserves(instanceTypes['t3.micro']).evictionHard).sort()).toEqual([
      'imagefs.available',
      'memory.available',
      'nodefs.available',
      'nodefs.inodesFree',
    ]);
  });

  it('grow with the machine', () => {
    const memory = (name: InstanceTypeName) =>
      Number.parseInt(kubeletReserves(instanceTypes[name]).kubeReserved.memory, 10);
    expect(memory('t3.micro')).toBeLessThan(memory('t3.small'));
    expect(memory('t3.large')).toBeLessThan(memory('t3.2xlarge'));
  });
});
