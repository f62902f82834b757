// Packs the package and installs it as a stranger would: into fresh applications for every supported version of Nest,
// which the compiler of the time compiles as CommonJS and as ES modules, and which every supported Node boots on Express
// and on Fastify, with class-validator and without. Then faults are thrown at them, what they log is looked
// at, and their test suites run with Jest and with Vitest.
// With `--write`, the results go into docs/compatibility.md.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeConsumerProject } from './consumer-project.js';
import { formatted, table, writeDocument } from './document.js';
import { nodeBinary } from './node-binary.js';
import { pack } from './pack.js';

const NODES = [20, 22, 24];
/** What Nest's packages for GraphQL take since Nest 11. */
const GRAPHQL_SERVERS = [
  '@apollo/server@5',
  '@as-integrations/express5@1',
  '@as-integrations/fastify@3',
  'mercurius@16',
  'graphql-ws@6',
];
/**
 * Jest loads ES modules as such only; Nest 12 is one.
 *
 * @type {{ nest: number, swagger: number, typescript: number, jest: Format, graphql: string[] }[]}
 */
const NESTS = [
  {
    nest: 10,
    swagger: 7,
    typescript: 5,
    jest: 'cjs',
    graphql: [
      ...nestGraphQL(12),
      '@apollo/server@4',
      '@as-integrations/fastify@2',
      'mercurius@14',
      'graphql-ws@5',
    ],
  },
  {
    nest: 11,
    swagger: 11,
    typescript: 5,
    jest: 'cjs',
    graphql: [...nestGraphQL(13), ...GRAPHQL_SERVERS],
  },
  {
    nest: 12,
    swagger: 12,
    typescript: 6,
    jest: 'esm',
    graphql: [...nestGraphQL(14), ...GRAPHQL_SERVERS],
  },
];

/**
 * Nest's packages for GraphQL count their own majors.
 *
 * @param {number} major
 */
function nestGraphQL(major) {
  return ['graphql', 'apollo', 'mercurius'].map((name) => `@nestjs/${name}@${major}`);
}

const FORMATS = {
  cjs: { name: 'CommonJS', type: 'commonjs', module: 'commonjs' },
  esm: { name: 'ES modules', type: 'module', module: 'nodenext' },
};
const PLATFORMS = ['express', 'fastify'];
const NEST_PACKAGES = [
  'common',
  'core',
  'platform-express',
  'platform-fastify',
  'microservices',
  'websockets',
  'platform-socket.io',
  'platform-ws',
];
/** What else is run, each in a process of its own: the script of test/consumer, and what it is given. */
const CHECKS = {
  'every fault in every phase, on Express': ['conformance.js', 'express'],
  'every fault in every phase, on Fastify': ['conformance.js', 'fastify'],
  'every fault on a gateway of socket.io and a microservice': [
    'messages-conformance.js',
    'socket.io',
  ],
  'every fault on a gateway of ws and a microservice': ['messages-conformance.js', 'ws'],
  'streams, uploads and event streams, on Express': ['edges.js', 'express'],
  'streams, hooks and event streams, on Fastify': ['edges.js', 'fastify'],
  'a gateway of socket.io': ['sockets.js', 'socket.io'],
  'a gateway of ws': ['sockets.js', 'ws'],
  'a microservice over TCP': ['messages.js', 'microservice'],
  'a hybrid application over TCP': ['messages.js', 'hybrid'],
  'a microservice over gRPC': ['grpc.js'],
  'GraphQL with Apollo, on Express': ['graphql.js', 'apollo', 'express'],
  'GraphQL with Apollo, on Fastify': ['graphql.js', 'apollo', 'fastify'],
  'GraphQL with Mercurius': ['graphql.js', 'mercurius', 'fastify'],
  'the log with the default logger': ['logged.js', 'default'],
  'the log with chosen levels': ['logged.js', 'levels'],
  'the log with a logger of the application': ['logged.js', 'custom'],
};
const VALIDATORS = ['', 'class-validator'];

/**
 * @typedef {keyof typeof FORMATS} Format
 * @typedef {{ binary: string, node: string }} NodeBinary
 * @typedef {(string | boolean)[]} Row What was tried, and whether it succeeds.
 */

const run = promisify(execFile);

/**
 * @param {string[]} args
 * @param {string} cwd
 */
const npm = (args, cwd) => run('npm', [...args, '--no-audit', '--no-fund'], { cwd });

/**
 * What failed, with what it printed.
 *
 * @type {string[]}
 */
const failures = [];

/**
 * @param {string} title
 * @param {() => Promise<unknown>} work
 */
async function succeeds(title, work) {
  try {
    await work();
    return true;
  } catch (error) {
    const failure = /** @type {import('node:child_process').ExecFileException} */ (error);
    failures.push(`${title}\n${failure.stdout ?? ''}${failure.stderr ?? String(error)}`);
    return false;
  }
}

/**
 * Installs, compiles and runs the applications of one version of Nest; returns the rows of the tables.
 *
 * @param {(typeof NESTS)[number]} versions
 * @param {string} tarball
 * @param {string} folder
 * @param {NodeBinary[]} nodes
 */
async function checkNest({ nest, swagger, typescript, jest, graphql }, tarball, folder, nodes) {
  const cwd = join(folder, `nest-${nest}`);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }');
  await npm(
    [
      'install',
      tarball,
      ...NEST_PACKAGES.map((name) => `@nestjs/${name}@${nest}`),
      `@nestjs/swagger@${swagger}`,
      ...graphql,
      'graphql@16',
      '@grpc/grpc-js@1',
      '@grpc/proto-loader@0.7',
      'reflect-metadata@0.2',
      'rxjs@7',
      `typescript@${typescript}`,
      '@types/node@20',
      'socket.io-client@4',
      'ws@8',
      '@types/ws@8',
      'jest@30',
      'vitest@4',
    ],
    cwd,
  );
  /** @type {{ version: string }} */
  const { version } = JSON.parse(
    readFileSync(join(cwd, 'node_modules/@nestjs/core/package.json'), 'utf8'),
  );
  /** @type {Row[]} */
  const boots = [];
  /** @type {Row[]} */
  const suites = [];
  /** @param {string[]} words */
  const title = (...words) => [`Nest ${version}`, ...words].join(', ');

  for (const validator of VALIDATORS) {
    if (validator) await npm(['install', 'class-validator@0.14', 'class-transformer@0.5'], cwd);
    for (const [key, { name, type, module }] of Object.entries(FORMATS)) {
      const project = join(cwd, `${key}-${validator}`);
      writeConsumerProject(project, { type, module, validator });
      const compiled = await succeeds(title(name, 'tsc'), () =>
        run(process.execPath, [join(cwd, 'node_modules/typescript/bin/tsc')], { cwd: project }),
      );
      for (const platform of PLATFORMS) {
        const cells = [];
        for (const { binary, node } of nodes) {
          const words = [name, platform, validator || 'no class-validator', `Node ${node}`];
          const args = [
            'dist/main.js',
            platform,
            ...(validator ? ['./validated.controller.js'] : []),
          ];
          cells.push(
            compiled &&
              (await succeeds(title(...words), () => run(binary, args, { cwd: project }))),
          );
        }
        boots.push([version, name, platform, validator ? 'with' : 'without', ...cells]);
      }
    }
  }

  /** @type {Row[]} */
  const checks = [];
  for (const [what, args] of Object.entries(CHECKS)) {
    const cells = [];
    for (const { binary, node } of nodes) {
      const attempt = () => run(binary, args, { cwd: join(cwd, 'cjs-/dist') });
      cells.push(await succeeds(title(what, `Node ${node}`), attempt));
    }
    checks.push([version, what, ...cells]);
  }

  /** @type {Record<string, [Format, string[]]>} */
  const runners = {
    Jest: [
      jest,
      ['--experimental-vm-modules', '../node_modules/jest/bin/jest.js', '--rootDir=dist'],
    ],
    Vitest: ['esm', ['../node_modules/vitest/vitest.mjs', 'run', '--globals', '--dir=dist']],
  };
  for (const [runner, [key, args]] of Object.entries(runners)) {
    const project = join(cwd, `${key}-`);
    copyFileSync(join(project, 'dist/app.suite.js'), join(project, 'dist/app.spec.js'));
    const cells = [];
    for (const { binary, node } of nodes) {
      cells.push(
        await succeeds(title(runner, `Node ${node}`), () => run(binary, args, { cwd: project })),
      );
    }
    suites.push([version, runner, FORMATS[key].name, ...cells]);
  }
  return { boots, checks, suites };
}

/**
 * The cells of a row as one reads them.
 *
 * @param {Row} row
 */
function readable(row) {
  return row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : '**no**') : cell));
}

/**
 * Maps with as many calls at once as there are cores.
 *
 * @template T, R
 * @param {T[]} items
 * @param {(item: T) => Promise<R>} work
 */
async function mapConcurrently(items, work) {
  /** @type {R[]} */
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

const folder = mkdtempSync(join(tmpdir(), 'check-consumers-'));
try {
  const { tarball } = await pack(folder);
  const nodes = await Promise.all(
    NODES.map(async (major) => {
      const binary = await nodeBinary(major);
      return { binary, node: (await run(binary, ['--version'])).stdout.trim().slice(1) };
    }),
  );
  const results = await mapConcurrently(NESTS, (nest) => checkNest(nest, tarball, folder, nodes));
  const heads = nodes.map(({ node }) => `Node ${node}`);
  const text = `${table(
    ['NestJS', 'Application', 'Platform', 'class-validator', ...heads],
    results.flatMap(({ boots }) => boots.map(readable)),
  )}
${table(
  ['NestJS', 'Checked in a process of its own', ...heads],
  results.flatMap(({ checks }) => checks.map(readable)),
)}
${table(
  ['NestJS', 'Test suite', 'Application', ...heads],
  results.flatMap(({ suites }) => suites.map(readable)),
)}
Written by \`npm run check:consumers -- --write\` on ${new Date().toISOString().slice(0, 10)}, on ${process.platform} ${process.arch}.
`;
  process.stdout.write(await formatted(text));
  if (process.argv.includes('--write')) await writeDocument('compatibility.md', 'generated', text);
} finally {
  rmSync(folder, { recursive: true });
}

if (failures.length > 0) {
  process.stderr.write(`${failures.join('\n\n')}\n`);
  process.exitCode = 1;
}
