/** The one StorageClass, and the cluster's default. */
export const storageClassName = 'gp3';
