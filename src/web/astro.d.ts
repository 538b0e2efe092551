declare module '*.astro' {
  /** What Astro compiles a component to. */
  const component: import('astro/runtime/server/index.js').AstroComponentFactory
  export default component
}
