import type { ArnContext, Statement } from './statement';

/** Tags that the driver puts on what it makes; it may delete nothing else. */
const ownVolume = { test: 'StringLike', variable: 'ec2:ResourceTag/CSIVolumeName', values: ['*'] };
const ownSnapshot = { test: 'StringLike', variable: 'ec2:ResourceTag/CSIVolumeSnapshotName', values: ['*'] };

/**
 * EBS CSI driver, from its published policy
 * (https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/example-iam-policy.json), in this region and
 * account only.
 */
export function ebsCsi({ region, account }: ArnContext): Statement[] {
  const arn = (kind: string, owner = account) => `arn:aws:ec2:${region}:${owner}:${kind}/*`;
  const volumes = arn('volume');
  // A snapshot's ARN has no account while it is the source of a volume.
  const snapshots = [arn('snapshot'), arn('snapshot', '')];
  return [
    {
      sid: 'FindVolumes',
      why: 'The driver compares volumes, snapshots and machines with the claims; describing takes no resource.',
      actions: [
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeInstances',
        'ec2:DescribeSnapshots',
        'ec2:DescribeTags',
        'ec2:DescribeVolumes',
        'ec2:DescribeVolumesModifications',
        'ec2:DescribeVolumeStatus',
      ],
      resources: ['*'],
    },
    {
      sid: 'AttachVolumes',
      why: 'A volume follows its pod to another machine.',
      actions: ['ec2:AttachVolume', 'ec2:DetachVolume'],
      resources: [volumes, arn('instance')],
    },
    {
      sid: 'GrowVolumes',
      why: 'A claim may ask for more space, and a volume may be copied into a snapshot.',
      actions: ['ec2:ModifyVolume', 'ec2:CreateSnapshot'],
      resources: [volumes],
    },
    {
      sid: 'CreateVolumes',
      why: 'Each claim becomes one volume, which carries the name of its claim.',
      actions: ['ec2:CreateVolume'],
      resources: [volumes],
      conditions: [{ test: 'StringLike', variable: 'aws:RequestTag/CSIVolumeName', values: ['*'] }],
    },
    {
      sid: 'RestoreSnapshots',
      why: 'A volume may be made from a snapshot.',
      actions: ['ec2:CreateVolume'],
      resources: snapshots,
    },
    {
      sid: 'CreateSnapshots',
      why: 'Each snapshot carries the name that the driver gave it.',
      actions: ['ec2:CreateSnapshot'],
      resources: snapshots,
      conditions: [{ test: 'StringLike', variable: 'aws:RequestTag/CSIVolumeSnapshotName', values: ['*'] }],
    },
    {
      sid: 'TagWhatItCreates',
      why: 'Volumes and snapshots are tagged while they are made, never later.',
      actions: ['ec2:CreateTags'],
      resources: [volumes, ...snapshots],
      conditions: [
        { test: 'StringEquals', variable: 'ec2:CreateAction', values: ['CreateVolume', 'CreateSnapshot'] },
      ],
    },
    {
      sid: 'DeleteOwnVolumes',
      why: 'A released claim takes its volume with it, and no volume of anybody else.',
      actions: ['ec2:DeleteVolume', 'ec2:DeleteTags'],
      resources: [volumes],
      conditions: [ownVolume],
    },
    {
      sid: 'DeleteOwnSnapshots',
      why: 'A deleted snapshot object takes its snapshot with it, and none of anybody else.',
      actions: ['ec2:DeleteSnapshot', 'ec2:DeleteTags'],
      resources: snapshots,
      conditions: [ownSnapshot],
    },
  ];
}
