import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';

const edge = (tree: Tree): Loose => tree.stack('edge').resource;

export const brokenEdge: readonly BrokenCase[] = [
  {
    title: 'the certificate of the distribution in the region of the cluster',
    incidents: ['A03'],
    change: (tree) => {
      delete edge(tree).aws_acm_certificate_validation['images-host-validated'].provider;
      delete edge(tree).aws_acm_certificate['images-host'].provider;
    },
    code: 'distribution-certificates-are-in-us-east-1',
    path: 'aws_cloudfront_distribution.images-cdn: viewer_certificate[0]',
  },
  {
    title: 'a distribution that no clean-up finds',
    incidents: ['A14'],
    change: (tree) => {
      delete edge(tree).aws_cloudfront_distribution['images-cdn'].tags;
      for (const provider of tree.stack('edge').provider.aws) delete provider.default_tags;
    },
    code: 'distributions-can-be-found',
    path: 'aws_cloudfront_distribution.images-cdn: tags',
  },
  {
    title: 'a distribution without access to its bucket',
    incidents: ['A40'],
    change: (tree) => {
      delete edge(tree).aws_cloudfront_distribution['images-cdn'].origin[0].origin_access_control_id;
    },
    code: 'distributions-reach-their-bucket',
    path: 'aws_cloudfront_distribution.images-cdn: origin[0].origin_access_control_id',
  },
  {
    title: 'a host one label deeper than the wildcard',
    incidents: ['D18'],
    change: (tree) => {
      tree.object('Ingress', 'auth/auth-api').spec.rules[0].host = 'api.dev.growbin.app';
    },
    code: 'hosts-have-a-certificate',
    path: 'Ingress auth/auth-api: spec.rules[0].host',
  },
  {
    title: 'a name that Terraform and external-dns both write',
    incidents: ['D27'],
    change: (tree) => {
      edge(tree).aws_route53_record.apex.name = 'api.growbin.app';
    },
    code: 'records-have-one-writer',
    path: 'aws_route53_record.apex: name',
  },
];
