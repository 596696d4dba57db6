/** Programs that run in a pod; they are imported as text. */
declare module '*.script.cjs' {
  const text: string;
  export default text;
}

declare module '*.sh' {
  const text: string;
  export default text;
}

declare module '*.lua' {
  const text: string;
  export default text;
}
