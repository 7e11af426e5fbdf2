// Real servers with the settings that the program makes for them, each on a port of this machine,
// as a child of the tests: Apache by the `.htaccess` of the site, nginx and Caddy by what
// `bangtin host` prints.

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/** A folder that is gone after the tests. Servers give up the rights of root, and must see it. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bangtin-hosts-'));
  chmodSync(folder, 0o755);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const isRoot = userInfo().uid === 0;

const nginx = {
  command: ['nginx', '-p', '.', '-c', 'server.conf', '-e', 'server.log'],
  file: 'server.conf',
  settings: ({ port, root }) => `
${isRoot ? 'user root;' : ''}
daemon off;
pid server.pid;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path temporary;
  proxy_temp_path temporary;
  fastcgi_temp_path temporary;
  uwsgi_temp_path temporary;
  scgi_temp_path temporary;
  server { listen 127.0.0.1:${port}; root ${root}; include bangtin.conf; }
}
`,
};

// What the class `FileInfo` allows is all that rented web space gives; the types are Debian's, which
// would have `.gz` be a file of its own.
const apache = {
  command: ['apache2', '-d', '.', '-f', 'server.conf', '-D', 'FOREGROUND'],
  file: 'server.conf',
  settings: ({ port, root, folder }) => `
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/server.pid
ErrorLog ${folder}/server.log
${isRoot ? 'User nobody\nGroup nogroup' : ''}
${['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'headers', 'rewrite', 'filter', 'deflate']
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig ${folder}/mime.types
AddType application/x-gzip .gz .tgz
AddLanguage en .en
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride FileInfo
  Options FollowSymLinks
  Require all granted
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
`,
};

const caddy = {
  command: ['caddy', 'run', '--config', 'Caddyfile'],
  file: 'Caddyfile',
  settings: ({ port, root }) => `
{
  admin off
  auto_https off
}
import bangtin.caddy
http://127.0.0.1:${port} {
  root * ${root}
  import bangtin
}
`,
};

/** The servers by name. */
export const SERVERS = { apache, nginx, caddy };

/** A port that nobody listens on. */
function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/**
 * Starts a server in a folder that holds its own settings, for the files below `root`. Gives its
 * origin and a way to end it.
 */
export async function start({ command, file, settings }, folder, root) {
  const port = await freePort();
  writeFileSync(path.join(folder, 'mime.types'), '');
  writeFileSync(path.join(folder, file), settings({ port, root, folder }));
  const [name, ...rest] = command;
  const here = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  // Servers lie there, also for people who are not root.
  here.PATH = `${process.env.PATH}:/usr/sbin`;
  const server = spawn(name, rest, {
    cwd: folder,
    env: { ...process.env, ...here },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (text) => { said += text; });
  const ended = new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', resolve);
  });
  const origin = `http://127.0.0.1:${port}`;
  const failed = ended.then(() => {
    let log = '';
    try {
      log = readFileSync(path.join(folder, 'server.log'), 'utf8');
    } catch { /* It has written none. */ }
    throw new Error(`${name} has ended: ${said}${log}`);
  });
  failed.catch(() => {});
  await Promise.race([answers(origin), failed]);
  return { origin, stop: () => { server.kill(); return ended; } };
}

/** Waits until somebody answers. */
async function answers(origin) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await fetch(origin, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((later) => { setTimeout(later, 50); });
    }
  }
  throw new Error(`${origin} does not answer`);
}
