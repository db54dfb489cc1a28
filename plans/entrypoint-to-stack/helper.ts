/** What of the helper depends on the file that it goes into. */
interface HelperStyle {
  readonly name: string;
  readonly isTyped: boolean;
  readonly eol: string;
  readonly unit: string;
  readonly semicolon: string;
  readonly quote: string;
  /** Seconds until a stop is given up; 0 for never. */
  readonly stopTimeout: number;
}

/**
 * A function that listens for signals: it tells the first one, and ends the process at the second; and once the scope is left, it ends the process when the stack takes
 * too long. What it has begun ends with the stack.
 */
export function helperText({ name, isTyped, eol, unit, semicolon, quote, stopTimeout }: HelperStyle): string {
  const typed = (type: string): string => (isTyped ? type : '');
  const seconds = `${stopTimeout} ${stopTimeout === 1 ? 'second' : 'seconds'}`;
  const deadline = stopTimeout > 0;
  const lines = [
    deadline
      ? `/** Tells the first of some signals. A second one ends the process at once, and so does a stop that takes longer than ${seconds}. */`
      : '/** Tells the first of some signals. A second one ends the process at once. */',
    `function ${name}(stack${typed(': AsyncDisposableStack')}, ...signals${typed(': NodeJS.Signals[]')}) {`,
    ...(deadline ? [`  let deadline${typed(': ReturnType<typeof setTimeout> | undefined')};`] : []),
    '  let isRequested = false;',
    `  const requested = new Promise${typed('<NodeJS.Signals>')}((resolve) => {`,
    `    const onSignal = (signal${typed(': NodeJS.Signals')}, number${typed(': number')}) => {`,
    '      if (isRequested) process.exit(128 + number);',
    '      isRequested = true;',
    '      resolve(signal);',
    '    };',
    '    for (const signal of signals) process.on(signal, onSignal);',
    '    stack.defer(() => {',
    '      for (const signal of signals) process.off(signal, onSignal);',
    ...(deadline ? ['      clearTimeout(deadline);'] : []),
    '    });',
    '  });',
    ...(deadline ? leaving(seconds, stopTimeout) : ['  return { requested };']),
    '}',
  ];
  return lines.map((line) => inStyle(line, unit, semicolon, quote)).join(eol);
}

function leaving(seconds: string, stopTimeout: number): readonly string[] {
  return [
    '  return {',
    '    requested,',
    '    [Symbol.dispose]() {',
    '      deadline = setTimeout(() => {',
    `        console.error('The stop took longer than ${seconds}.');`,
    '        process.exit(1);',
    `      }, ${String(stopTimeout * 1000).replace(/\B(?=(?:\d{3})+$)/g, '_')});`,
    '    },',
    '  };',
  ];
}

function inStyle(line: string, unit: string, semicolon: string, quote: string): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  return unit.repeat(indent.length / 2) + line.slice(indent.length).replace(/;$/, semicolon).replaceAll("'", quote);
}
