/**
 * Why a site stays as it is (`refusal`), or why it does not get a higher level (`limit`), or either. The list is closed: reports, todo
 * comments and the documentation are made of it.
 */
export interface ReasonText {
  readonly kind: 'refusal' | 'limit' | 'either';
  readonly short: string;
  readonly long: string;
}

export const reasons = {
  'finally-does-more': {
    kind: 'refusal',
    short: 'the finally block does more than release',
    long: 'Besides releases the block holds other work (a log line, an assignment, a computation). Only a block that releases and does nothing else becomes a callback of the stack.',
  },
  'jump-in-finally': {
    kind: 'refusal',
    short: 'the finally block returns, throws, breaks or continues',
    long: 'A jump out of a finally block replaces the result or the error of the try block. A callback of a stack cannot do that.',
  },
  'yield-in-finally': {
    kind: 'refusal',
    short: 'the finally block yields',
    long: 'A generator can hand out values while it cleans up; a callback of a stack cannot.',
  },
  'yield-in-try': {
    kind: 'refusal',
    short: 'the try block yields, and nothing proves that the generator is always finished',
    long: 'Whether the release runs depends on the consumer of the generator. Without a proof that every consumer finishes it, the block stays visible.',
  },
  'guard-not-null-check': {
    kind: 'refusal',
    short: 'the release is guarded by more than a null check of what it releases',
    long: 'A condition such as "if we created it" or "if it did not time out" is a decision about ownership, which a scope does not make.',
  },
  'stop-error-handled': {
    kind: 'refusal',
    short: 'an error of the release is handled in its own way',
    long: 'The code reacts to a failing release (a catch block or a .catch callback that does something). Only a handler that ignores the error is carried over.',
  },
  'release-result-used': {
    kind: 'refusal',
    short: 'the result of the release is used',
    long: 'The value that the release returns is kept or compared. A stack discards it.',
  },
  'name-shadowed': {
    kind: 'refusal',
    short: 'a name that the release uses means something else, or nothing yet, where the release would move',
    long: 'The release moves to another place, where a declaration of the same name would capture it, or where the name is not declared yet.',
  },
  'implicit-any-capture': {
    kind: 'refusal',
    short: 'a variable without a type annotation would become implicitly any in the callback',
    long: 'TypeScript infers the type of a variable without annotation and initial value from its assignments, but not inside a callback. Annotate the variable, then run again.',
  },
  'await-not-allowed': {
    kind: 'refusal',
    short: 'await using is not allowed at this place',
    long: 'An asynchronous release needs an async function or the top level of a module.',
  },
  'static-block': {
    kind: 'refusal',
    short: 'the site is in a class static block',
    long: 'Class static blocks cannot await, and a class is no place to own a scope.',
  },
  'stop-not-a-statement': {
    kind: 'refusal',
    short: 'the stop is not a statement of its own',
    long: 'Its promise is kept in a variable, made by a callback of forEach or map, or handed to a host that ignores it, or it calls back a function that returns early. Where to wait for it is a decision.',
  },
  'host-cannot-wait': {
    kind: 'refusal',
    short: 'what calls this function cannot wait',
    long: 'A sync dispose method, or a hook that its host declares void: an await here would only look as if somebody waited. implement-dispose gives a class a dispose method that is awaited.',
  },
  'end-is-watched': {
    kind: 'refusal',
    short: 'the object stops itself in a callback of its own event, or its end is watched by an event',
    long: 'Waiting for the stop inside of what the stop waits for would never end; and what is told by an event needs no promise.',
  },
  'meant-to-float': {
    kind: 'refusal',
    short: 'the code says that nobody waits, and nothing proves that somebody should',
    long: 'A void in front of a stop states an intention. It is overruled only where the work of the function is releasing, in a finally block, before the function leaves, and before a replacement is acquired.',
  },
  'callers-unknown': {
    kind: 'refusal',
    short: 'the function around the stop cannot wait, and its callers are not all known',
    long: 'It would have to become async, and every caller to wait for it. A callback, a function that is handed on as a value, an export or a public method that nobody in the program calls, and a method that may be called through another type have callers that are not in sight.',
  },
  'would-skip-a-stop': {
    kind: 'refusal',
    short: 'once it is awaited, its failure would keep another stop from running',
    long: 'A stop follows in the same function, or in the next turn of a loop. Now it runs whatever happens to this one. Await the last one first, or put all of them on a stack.',
  },
  'callers-cannot-wait': {
    kind: 'refusal',
    short: 'a caller of the function around the stop cannot wait',
    long: 'A call of it stands in a function that cannot become async, is handed on without being awaited, or says by void that nobody waits.',
  },
  'start-not-movable': {
    kind: 'refusal',
    short: 'what begins in the constructor is no statement that can move',
    long: 'It is part of a condition, of a larger expression, of a promise that is kept or handled, or it is a listener or a client. A timer, and a call of a method of the class as a statement of its own, can move.',
  },
  'start-uses-locals': {
    kind: 'refusal',
    short: 'what begins in the constructor uses a parameter or variable of it',
    long: 'A start method does not see it. Keep it in a field (a readonly parameter property is enough), then run again.',
  },
  'start-used-later': {
    kind: 'refusal',
    short: 'the rest of the construction may notice that the work begins later',
    long: 'What follows uses what the work made, changes what the work was given, or hands the instance out. Make it the last of the constructor, then run again.',
  },
  'start-not-usable': {
    kind: 'refusal',
    short: 'the start of the class cannot take the work',
    long: 'It is not an async method that everybody can call without arguments, or the constructor calls it and begins more work behind it.',
  },
  'start-never-ends': {
    kind: 'refusal',
    short: 'the promise of the start may settle only when the work ends',
    long: 'The start waits in a loop, so that nothing behind an await of it would run. Let it begin the loop and return.',
  },
  'started-elsewhere': {
    kind: 'refusal',
    short: 'the class has a start, and not every construction is followed by it as it has to be',
    long: 'Work that moves to a start which others call as well would begin twice or never. Await the start right behind each construction; where the constructor calls it, nowhere else.',
  },
  'in-a-hierarchy': {
    kind: 'refusal',
    short: 'the classes that it extends, or that extend it, are in the way',
    long: 'A base class begins work that cannot move or has no type, or a subclass has a start of its own or begins something that only may be work. Which constructor and which start run is decided by the whole hierarchy.',
  },
  'made-by-framework': {
    kind: 'refusal',
    short: 'the class is decorated',
    long: 'A framework constructs it, and has a hook of its own for the start.',
  },
  'constructed-elsewhere': {
    kind: 'refusal',
    short: 'not every construction of the class is a new of the program',
    long: 'It is handed on as a value, loaded by import(), or has no name. Every construction has to be seen, so that each gets its start.',
  },
  'public-api': {
    kind: 'refusal',
    short: 'the package offers it to others',
    long: 'A module that package.json names (exports, main, types) exports it. Code that is not in this program uses it as it is.',
  },
  'create-not-usable': {
    kind: 'refusal',
    short: 'the class cannot get a create method',
    long: 'A construction in the middle of an expression needs one that constructs and starts. The class has one, is generic, inherits its constructor or has several signatures of it. Give the instance a name there, then run again.',
  },
  'never-constructed': {
    kind: 'refusal',
    short: 'nothing in the program constructs the class',
    long: 'Whoever constructs it is out of sight and would have to call the start.',
  },
  'site-cannot-await': {
    kind: 'refusal',
    short: 'a place that constructs the class cannot wait for its start',
    long: 'It is in a function that is not async, or it is an export that other modules see.',
  },
  'constructed-in-expression': {
    kind: 'refusal',
    short: 'a construction of the class is part of a larger expression that cannot wait for it',
    long: 'It has type arguments, its arguments use the variable that it gives a value, it is exported, or it begins a line. Give the instance a name, then run again.',
  },
  'container-out-of-sight': {
    kind: 'refusal',
    short: 'no scope of the program makes the container that calls the provider',
    long: 'The start has to move to the scope that owns the container. A framework makes it, nothing in the program does, or what it registers is not written in one place: only an awilix container that is registered with a literal is followed.',
  },
  'container-handed-on': {
    kind: 'refusal',
    short: 'the container is handed on',
    long: 'It is exported, returned through several functions, captured, given to a function, or makes scopes of its own. Everything that asks it for something has to be seen, so that it finds what is started.',
  },
  'scope-not-owner': {
    kind: 'refusal',
    short: 'a scope that makes the container does not end with it',
    long: 'Nothing proves that the scope lasts as long as what the container made. An async function whose last step, or whose finally block, awaits container.dispose() owns it.',
  },
  'resolved-in-between': {
    kind: 'refusal',
    short: 'the container is asked in a branch, a callback or the middle of a statement, or nobody waits for the answer',
    long: 'What is asked for has to be started exactly once, before anybody uses it: by statements of one list, with nothing that runs in the same statement before. Ask for it in a statement of its own that awaits it, then run again.',
  },
  'resolved-by-any-name': {
    kind: 'refusal',
    short: 'the container is asked for a name that is computed',
    long: 'Nobody knows what starts. Write the name as a text, then run again.',
  },
  'needs-out-of-sight': {
    kind: 'refusal',
    short: 'what a provider asks the container for is not known',
    long: 'It keeps the container, collects the rest of it, or gets its arguments by their names. Name what it needs in its first parameter, then run again.',
  },
  'not-a-singleton': {
    kind: 'refusal',
    short: 'the container does not keep one instance of what the provider starts',
    long: 'Each question makes and starts another one, and who ends which is decided elsewhere.',
  },
  'provider-does-more': {
    kind: 'refusal',
    short: 'the start is not the last thing that the provider does with what it made',
    long: 'It is part of a larger expression, in a branch, a helper or a function that others call too, or followed by more work, which would run before the start once that has moved. Only a statement that starts what a constant holds can move, in front of the return of it or in front of all that uses it.',
  },
  'start-needs-provider': {
    kind: 'refusal',
    short: 'the start uses what only the provider sees',
    long: 'Its arguments, or what makes the thing that it starts, are no literals, and the scope that owns the container does not see them.',
  },
  'disposer-does-more': {
    kind: 'refusal',
    short: 'the disposer does more than release',
    long: 'The release moves with the start to the stack of the scope. Only a disposer that calls one method of the value without arguments is such a release; and where a failed start is caught before the container ends, the disposer tells of it once more.',
  },
  'release-out-of-sight': {
    kind: 'refusal',
    short: 'no method of what is started is known to release it and to say when it has',
    long: 'The scope has to put a release on its stack. One that tells its end by a callback or an event, or that needs arguments, is a decision.',
  },
  'handler-not-in-sight': {
    kind: 'refusal',
    short: 'a listener for the signal is not a function of the entry point itself',
    long: 'It comes from elsewhere, is registered in a branch, or shares its statement with other work. What it does has to be seen, so that the stack can do it.',
  },
  'handler-used-elsewhere': {
    kind: 'refusal',
    short: 'what listens for the signal is called from elsewhere too',
    long: 'Another event, a timer or a test ends the program through the same function. It would have nothing left to stop.',
  },
  'handler-does-more': {
    kind: 'refusal',
    short: 'a listener for the signal does other work between or behind its stops',
    long: 'It reacts to a failing stop, works on when something has stopped, ends the process on one way only, or stops what it has made itself. Work in front of the first stop, and an exit behind the last one, are carried over.',
  },
  'wait-in-branch': {
    kind: 'refusal',
    short: 'the wait for the signal stands in a branch or a loop',
    long: 'Whether the entry point waits is a decision, and what it stops then depends on it. Only a wait that the function itself comes to is the end of its scope.',
  },
  'several-waits': {
    kind: 'refusal',
    short: 'the function waits for a signal at several places',
    long: 'A signal would have to be told to the first and then to the second. An entry point waits once.',
  },
  'callers-go-on': {
    kind: 'refusal',
    short: 'code behind the call of the entry point would run only once the signal has come',
    long: 'The function returns while its listeners wait. With one stack it waits itself, so that nothing may follow its call: it has to be the last of an entry module, and called nowhere else.',
  },
  'may-end-by-itself': {
    kind: 'refusal',
    short: 'the module would wait for a signal that may never come',
    long: 'Listeners keep nothing alive: when nothing else does, the process ends with 0. A module that waits for a signal at its top level, or awaits a function that does, ends with 13 then. Call a function that does it all, and do not await it.',
  },
  'stop-may-end-the-wait': {
    kind: 'refusal',
    short: 'what the program waits for may end because a listener stops something',
    long: 'The stack stops things once the wait is over. Where the stop of a server ends the wait for it, neither would ever come. Wait for the signal instead.',
  },
  'exit-not-a-statement': {
    kind: 'refusal',
    short: 'the process is ended in the middle of an expression, or where the code cannot return',
    long: 'An exit while things are live becomes the exit code, and the function is left, so that the stops run. That takes a statement of its own, in a function.',
  },
  'stop-needs-arguments': {
    kind: 'refusal',
    short: 'the stop cannot be called without arguments',
    long: 'A scope passes nothing to the dispose method, and what to pass is a decision of the class. Give the stop defaults, or write the method by hand.',
  },
  'stop-result-unknown': {
    kind: 'refusal',
    short: 'what the stop returns has no type',
    long: 'The stop returns any, so that nobody knows whether a scope has to wait for it. Annotate its return type, then run again.',
  },
  'several-stops': {
    kind: 'refusal',
    short: 'the class has several stops, and none of them is proven to be the whole release',
    long: 'A dispose method calls one stop. Of several, one has to call the others, or the others have to be other names for it.',
  },
  'base-unknown': {
    kind: 'refusal',
    short: 'the base class has no type',
    long: 'The class extends a value of type any, which may have a dispose method that the new one would replace. Install the types of the package, then run again.',
  },
  'no-dispose': {
    kind: 'refusal',
    short: 'the value has no dispose method that the stack would call',
    long: 'A DisposableStack takes values with Symbol.dispose, an AsyncDisposableStack also those with Symbol.asyncDispose. The migration implement-dispose adds one to classes of the program.',
  },
  'release-has-arguments': {
    kind: 'refusal',
    short: 'the release is called with arguments',
    long: 'A dispose method is called without any, so that it is another release.',
  },
  'release-floats': {
    kind: 'refusal',
    short: 'nobody waits for the promise of the release',
    long: 'The callback starts the release and does not give its promise to the stack, or the stack does not wait. A dispose method that is used would be waited for.',
  },
  'binding-may-change': {
    kind: 'refusal',
    short: 'the value may be another one when the stack ends',
    long: 'A callback reads the variable when the stack ends, use when it is called. Only a constant, or a parameter that is never assigned, of the same function and declared before the registration is the same at both times.',
  },
  'comment-in-callback': {
    kind: 'refusal',
    short: 'a comment would be lost',
    long: 'A comment stands in the callback that would go away. Move it, then run again.',
  },
  'release-not-in-block': {
    kind: 'refusal',
    short: 'the release is no statement of the block that declares the resource',
    long: 'A release in a branch, a loop, a callback or another block is a decision of its own. Only one that the block itself comes to becomes the end of a scope.',
  },
  'released-elsewhere': {
    kind: 'refusal',
    short: 'the resource is released at several places',
    long: 'A scope releases it as well, and nothing proves that releasing it twice is harmless. Remove the other releases first.',
  },
  'escapes': {
    kind: 'refusal',
    short: 'the resource is handed to somebody who may keep or release it',
    long: 'It is returned, stored, captured, or given to a function that takes it over or is not known. A scope must be the only owner.',
  },
  'reassigned': {
    kind: 'refusal',
    short: 'the variable gets another value',
    long: 'A scope releases the value that it was given. A variable that is assigned again may hold another one by then.',
  },
  'release-not-awaited': {
    kind: 'refusal',
    short: 'nobody waits for the release',
    long: 'The promise of the release is dropped. A scope waits for it, which changes the order of what follows: await it first.',
  },
  'returns-before-release': {
    kind: 'refusal',
    short: 'an early return may hand out a promise that still needs the resource',
    long: 'On that path nothing released the resource. A scope would, before the returned promise has settled. Await what is returned, then run again.',
  },
  'used-after-scope': {
    kind: 'refusal',
    short: 'a name of the block is used after the release',
    long: 'Code after the release stays after it, so the scope gets a block of its own, and what is declared in that block is not seen behind it.',
  },
  'order-would-change': {
    kind: 'refusal',
    short: 'the resources are not released in the reverse order of acquisition',
    long: 'A scope releases last in, first out. Put the releases in the reverse order first, if nothing depends on the old one.',
  },
  'field-visible': {
    kind: 'refusal',
    short: 'a field is not private',
    long: 'Code outside of the class can give it another value, which the stop of the class releases whether its start has run or not. Make it private, or readonly.',
  },
  'begun-elsewhere': {
    kind: 'refusal',
    short: 'a field does not begin in a statement of the start itself',
    long: 'It begins in the constructor, in a helper, in a branch or a callback. The start hands over what it has begun, one statement after the other.',
  },
  'begun-together': {
    kind: 'refusal',
    short: 'several fields begin in one statement',
    long: 'When one of them fails, nobody knows which of the others have begun. Start them one after the other, or roll back by hand.',
  },
  'start-floats': {
    kind: 'refusal',
    short: 'nobody waits for the start of a field',
    long: 'The stack takes over what has started, and that is known only when the start has been awaited.',
  },
  'start-leaves-something': {
    kind: 'refusal',
    short: 'the start of a field may fail half-way and leave something behind',
    long: 'A stack stops what has started. What a failed start left behind would be released by nobody where the old stop did it. Migrate the class of the field first, so that its start rolls back.',
  },
  'leaves-start-early': {
    kind: 'refusal',
    short: 'the start returns before its end',
    long: 'A return behind the first acquisition would end the local stack, and with it what the old code kept running.',
  },
  'work-between-releases': {
    kind: 'refusal',
    short: 'other work stands between the releases',
    long: 'The disposal of the stack runs all releases in one go. What is in between may depend on some of them; move it in front of the first or behind the last.',
  },
  'in-generator': {
    kind: 'refusal',
    short: 'the function is a generator',
    long: 'Whether its scopes end depends on the consumer, and nothing proves that every consumer finishes it.',
  },
  'not-selected': {
    kind: 'refusal',
    short: 'the site was not selected',
    long: 'The run was limited to other sites (--only), or the answer to the question was no (--interactive).',
  },
  'edits-elsewhere-refused': {
    kind: 'refusal',
    short: 'the site needs an edit in a file that this run does not edit',
    long: 'The other file is outside of the paths of the run, cannot be written, or has a problem of its own. Either all edits of a site are made or none: run the migration over the whole program.',
  },
  'does-not-reparse': {
    kind: 'refusal',
    short: 'the edited file would not parse',
    long: 'A safety net: the result is parsed before anything is written, and a file that does not parse is left alone. Please report it.',
  },
  'file-changed': {
    kind: 'refusal',
    short: 'the file changed since it was read',
    long: 'The file is not the one the plan was made for. It is skipped; run the migration on it again.',
  },
  'adds-diagnostic': {
    kind: 'refusal',
    short: 'the edit would add a compiler diagnostic',
    long: 'The edited file is type-checked, and a site whose edit adds a diagnostic (most often a narrowing that a callback loses) is rolled back.',
  },
  'level-capped': {
    kind: 'limit',
    short: '--level caps it',
    long: 'A higher level was proven, but the run was limited by --level.',
  },
  'not-last-in-block': {
    kind: 'limit',
    short: 'code follows the try statement in its block',
    long: 'Without a block of its own the release would run after that code instead of before it.',
  },
  'no-block': {
    kind: 'limit',
    short: 'the try statement has no block around it',
    long: 'It is the body of a label, of a bare switch case or of an if without braces, where a declaration is not allowed.',
  },
  'top-level': {
    kind: 'limit',
    short: 'the try statement is at the top level of the file',
    long: 'Its names would become names of the module.',
  },
  'name-clash': {
    kind: 'limit',
    short: 'a name declared in the try block is used around it',
    long: 'Without a block of its own the declaration would clash with, or shadow, a name of the enclosing block.',
  },
  'needs-types': {
    kind: 'limit',
    short: 'one registration per resource needs types',
    long: 'The levels scoped and use need to know what a release does; the untyped front end stops at flat.',
  },
  'not-a-plain-release': {
    kind: 'limit',
    short: 'a release in the finally block belongs to no single variable, or to one at two places',
    long: 'A loop, a Promise.all, a field or a hand-kept array is kept in one callback. One registration per resource needs one variable per release.',
  },
  'acquired-elsewhere': {
    kind: 'limit',
    short: 'what is released is not acquired in the block of the try statement',
    long: 'The variable is a parameter, a field, declared farther out, assigned more than once, or used before or after the try statement, so that its acquisition cannot become that of the scope.',
  },
  'variable-may-be-empty': {
    kind: 'limit',
    short: 'the release is not guarded, and the variable may be empty when it runs',
    long: 'The release of an empty variable fails and replaces the error of the block; a scope that never got the resource would not fail. One callback keeps that.',
  },
  'order-not-reverse': {
    kind: 'limit',
    short: 'the releases do not run in the reverse order of acquisition',
    long: 'A stack releases last in, first out. One callback keeps the old order; --fix-order makes it the reverse one.',
  },
  'dispose-differs': {
    kind: 'either',
    short: 'the value has no dispose that is known to be exactly this release',
    long: 'What is declared with await using or given to stack.use ends by the dispose symbol of the value. Without a proof that it does what the old release did, the old release is registered.',
  },
  'dispose-guarded': {
    kind: 'either',
    short: 'the dispose of the value fails where the release does not',
    long: 'Such as http.Server, whose disposal rejects when the server never listened or is closed already. The old release is registered.',
  },
  'dispose-lossy': {
    kind: 'either',
    short: 'the dispose of the value loses data',
    long: 'Such as a write stream, whose disposal destroys it before it has been flushed. It is never used; the old release is registered.',
  },
  'starts-after': {
    kind: 'limit',
    short: 'the resource is taken over after its start, not where it is declared',
    long: 'Its dispose is exactly the release, but nothing says that it is harmless when the start has failed. A stack takes the resource over right behind the start.',
  },
} as const satisfies Record<string, ReasonText>;

export type Reason = keyof typeof reasons;
