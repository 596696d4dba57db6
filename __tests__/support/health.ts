import { lauxlib, lua, lualib, to_jsstring, to_luastring } from 'fengari';

/** What a health script says of an object. */
export interface Health {
  readonly status: string;
  readonly message: string;
}

/** Runs a health script of Argo CD over an object in a Lua machine. Argo CD gives it `obj` and no library but the basic. */
export function health(script: string, object: unknown): Health {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  const program = [
    'io = nil os = nil string = nil math = nil debug = nil require = nil',
    `obj = ${luaLiteral(object)}`,
    `local function check() ${script} end`,
    'local result = check()',
    'return result.status .. "\\n" .. (result.message or "")',
  ].join('\n');
  const failed = lauxlib.luaL_dostring(state, to_luastring(program));
  const answer = lua.lua_tostring(state, -1);
  lua.lua_close(state);
  const text = answer ? to_jsstring(answer) : '';
  if (failed) throw new Error(text);
  const [status = '', ...message] = text.split('\n');
  return { status, message: message.join('\n') };
}

function luaLiteral(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(luaLiteral).join(', ')}}`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, inner]) => `[${JSON.stringify(key)}] = ${luaLiteral(inner)}`)
      .join(', ')}}`;
  return value === null || value === undefined ? 'nil' : JSON.stringify(value);
}
