/** Builds a value at its first use and keeps it, so that a module can be imported without its configuration. */
export function lazily<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}
