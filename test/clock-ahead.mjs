/**
 * A clock ten minutes ahead, for one process of a test: `NODE_OPTIONS=--import=<this file>` before anything else is
 * loaded. Whatever that process writes by its own clock lies in the future; timers run as ever.
 */
const aheadMs = 600_000
const TrueDate = Date

globalThis.Date = new Proxy(TrueDate, {
  apply: () => String(new TrueDate(TrueDate.now() + aheadMs)),
  construct: (_target, given, newTarget) =>
    Reflect.construct(TrueDate, given.length > 0 ? given : [TrueDate.now() + aheadMs], newTarget),
  get: (target, name, receiver) =>
    name === 'now' ? () => TrueDate.now() + aheadMs : Reflect.get(target, name, receiver),
})
