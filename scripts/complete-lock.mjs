// Adds the lock-file entries that npm leaves out when the registry in use does not serve the packages
// of other platforms. Without them `npm ci` stops with "Missing: ... from lock file".
// Run it after every change of dependencies: `npm run lock`.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ');
const processors = 'x64 x32 arm64 arm ia32 ppc64 ppc64le riscv64 s390x loong64 mips64el wasm32'.split(' ');
/** How npm calls a processor that names of packages call otherwise. */
const calledByNpm = { x32: 'x64', ppc64le: 'ppc64' };

/** The platform that an optional package is for, read from its name. */
function platform(name) {
  const parts = name.split('/').at(-1).split('-');
  const os = parts.filter((part) => systems.includes(part));
  const cpu = parts.filter((part) => processors.includes(part)).map((part) => calledByNpm[part] ?? part);
  const libc = parts.some((part) => part.startsWith('musl'))
    ? ['musl']
    : parts.some((part) => part.startsWith('gnu'))
      ? ['glibc']
      : [];
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(os.length > 0 && { os }),
    ...(libc.length > 0 && os.includes('linux') && { libc }),
  };
}

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || !/^\d/.test(version)) continue;
    lock.packages[key] = { version, ...(entry.dev && { dev: true }), ...platform(name), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} entries of other platforms added`);
