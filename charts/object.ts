import { ApiObject, type Chart } from 'cdk8s';
import type * as k8s from './schemas/objects';

/** Every kind that a chart may hold, with the types of exactly the API versions that are installed. */
export type Resource =
  | k8s.Application
  | k8s.AppProject
  | k8s.Cluster
  | k8s.ClusterRole
  | k8s.ClusterRoleBinding
  | k8s.ClusterSecretStore
  | k8s.ConfigMap
  | k8s.CronJob
  | k8s.Deployment
  | k8s.ExternalSecret
  | k8s.Ingress
  | k8s.Job
  | k8s.LimitRange
  | k8s.Namespace
  | k8s.NetworkPolicy
  | k8s.Password
  | k8s.PodDisruptionBudget
  | k8s.PodMonitor
  | k8s.PriorityClass
  | k8s.PrometheusRule
  | k8s.RabbitmqCluster
  | k8s.ResourceQuota
  | k8s.Role
  | k8s.RoleBinding
  | k8s.ScheduledBackup
  | k8s.Secret
  | k8s.Service
  | k8s.ServiceAccount
  | k8s.ServiceMonitor
  | k8s.StatefulSet
  | k8s.StorageClass;

/** Adds an object to a chart; what identifies it in the cluster identifies it in the tree. */
export function add(chart: Chart, resource: Resource): void {
  const { kind, metadata } = resource;
  const name = [kind, metadata.namespace, metadata.name].filter((part) => part !== undefined).join(' ');
  new ApiObject(chart, name, resource);
}

/** Labels that an object and its pods carry; `app.kubernetes.io/name` selects the pods. */
export const nameLabel = (name: string) => ({ 'app.kubernetes.io/name': name }) as const;
