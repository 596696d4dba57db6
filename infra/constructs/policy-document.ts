import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import type { Construct } from 'constructs';
import type { Statement } from '../policies/statement';

/** A policy that reviewers read statement by statement, each with the reason beside it; gives its JSON. */
export function policyDocument(scope: Construct, id: string, statements: readonly Statement[]): string {
  const document = new DataAwsIamPolicyDocument(scope, id, { statement: statements.map(block) });
  // Terraform ignores the key "//" in its JSON, so the reason may stand where the statement is reviewed.
  for (const [index, { why }] of statements.entries())
    document.addOverride(`statement.${String(index)}.//`, why);
  return document.json;
}

function block(statement: Statement): DataAwsIamPolicyDocumentStatement {
  const { sid, effect = 'Allow', principals, actions, resources, conditions } = statement;
  return {
    sid,
    effect,
    actions: [...actions],
    ...(resources ? { resources: [...resources] } : {}),
    ...(principals
      ? { principals: principals.map(({ type, identifiers }) => ({ type, identifiers: [...identifiers] })) }
      : {}),
    ...(conditions
      ? {
          condition: conditions.map(({ test, variable, values }) => ({
            test,
            variable,
            values: [...values],
          })),
        }
      : {}),
  };
}
