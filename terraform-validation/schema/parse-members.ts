import type { Primitive, Shape } from './binding';

interface Member {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  /** Missing where the member has no getter of a known form; its input then says the type. */
  readonly shape?: Shape;
}

const heading = /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;

/** What can be read: the members of a class, each under a comment that says how it is set. */
export function parseMembers(classText: string): Map<string, Member> {
  const headings = [...classText.matchAll(heading)];
  return new Map(
    headings.map((match, index) => {
      const [, name = '', computed, optional, required] = match;
      const shape = readShape(classText.slice(match.index, headings[index + 1]?.index));
      const flags = {
        computed: computed === 'true',
        optional: optional === 'true',
        required: required === 'true',
      };
      return [name, shape ? { ...flags, shape } : flags];
    }),
  );
}

function readShape(member: string): Shape | undefined {
  const map = /= new cdktf\.(\w+?)Map\(this, "\w+"\);/.exec(member)?.[1];
  if (map !== undefined) return readShape(`return this.get${map}MapAttribute('map')`);
  const made = /= new (\w+?)(OutputReference|List|Map)\(this, "\w+"(?:, (true|false))?\);/.exec(member);
  if (made?.[1]) {
    const nesting =
      made[2] === 'List' ? (made[3] === 'true' ? 'set' : 'list') : made[2] === 'Map' ? 'map' : 'single';
    return { kind: 'structure', of: made[1], nesting, isBlock: false, isAtMostOne: false };
  }
  const getter =
    /return (?:(cdktf\.Fn\.tolist)\(|cdktf\.Token\.\w+\((cdktf\.Fn\.tolist)?\(?)?this\.(\w+)\('\w+'\)/.exec(
      member,
    );
  const [, tolist, innerTolist, method = ''] = getter ?? [];
  const known = getters[method];
  if (!known) return undefined;
  const within = known.within.map((word) => (word === 'list' && (tolist ?? innerTolist) ? 'set' : word));
  return { kind: 'primitive', of: known.of, within };
}

const getters: Readonly<Record<string, { of: Primitive; within: readonly ('list' | 'set' | 'map')[] }>> = {
  getStringAttribute: { of: 'string', within: [] },
  getNumberAttribute: { of: 'number', within: [] },
  getBooleanAttribute: { of: 'bool', within: [] },
  getListAttribute: { of: 'string', within: ['list'] },
  getNumberListAttribute: { of: 'number', within: ['list'] },
  getStringMapAttribute: { of: 'string', within: ['map'] },
  getNumberMapAttribute: { of: 'number', within: ['map'] },
  getBooleanMapAttribute: { of: 'bool', within: ['map'] },
  getAnyMapAttribute: { of: 'dynamic', within: ['map'] },
  interpolationForAttribute: { of: 'dynamic', within: [] },
};
