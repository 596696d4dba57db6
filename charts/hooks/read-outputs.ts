import { terraformOutputs } from '../../model/terraform-outputs';
import type { Permission } from './permissions';

/** Lets a hook read what Terraform published. */
export const readOutputs: Permission = {
  apiGroup: '',
  resource: 'configmaps',
  verbs: ['get'],
  names: [terraformOutputs.configMap],
};
