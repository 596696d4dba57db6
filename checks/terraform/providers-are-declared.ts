import { text } from '../artifacts/value';
import { rule } from '../rule';

export const providersAreDeclared = rule({
  code: 'providers-are-declared',
  rule: 'Every provider and alias that a resource uses is declared in its stack.',
  fix: 'Add the provider to required_providers, or the alias to provider.',
  incidents: ['A02', 'A48'],
  *run({ terraform }) {
    for (const stack of terraform.stacks) {
      const aliases = new Set(
        stack.providers.map(({ name, body }) => [name, text(body, 'alias')].filter(Boolean).join('.')),
      );
      for (const resource of stack.resources) {
        const configured = text(resource.body, 'provider')?.replace(/^\$\{|\}$/g, '');
        const provider = configured?.split('.')[0] ?? resource.type.split('_')[0] ?? '';
        if (configured?.includes('.') && !aliases.has(configured))
          yield { place: resource.at('provider'), problem: `is ${configured}, which is not declared` };
        else if (
          stack.requiredProviders.size &&
          provider !== 'terraform' &&
          !stack.requiredProviders.has(provider)
        )
          yield { place: resource.at(), problem: `needs the provider ${provider}, which is not required` };
      }
    }
  },
});
