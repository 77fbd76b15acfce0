/** A TrueType file as the bundler gives it: its bytes are the default export. */
declare module '*.ttf' {
  const bytes: Uint8Array;

  export { bytes as default };
}
