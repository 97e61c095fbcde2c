/** Does something when the browser has nothing better to do, and soon in any case. */
export const whenIdle = (does: () => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback(does, { timeout: 1000 });
  else setTimeout(does, 1);
};

/** Makes something when it is first asked for, and never again. */
export const once = <Made extends object | undefined>(make: () => Made): (() => Made) => {
  let made: { readonly of: Made } | undefined;
  return () => {
    made ??= { of: make() };
    return made.of;
  };
};
