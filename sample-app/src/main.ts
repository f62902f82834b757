import 'reflect-metadata';
import { AppConfig } from './config/app-config.js';
import { createApp } from './create-app.js';
import { curlExamples } from './curl-examples.js';

const config = AppConfig.fromEnvironment(process.env);
const app = await createApp(config);
await app.listen(config.PORT, config.HOST);
// They hold a token: good for a database that dies with the process, and for no other.
if (!config.DATABASE_URL) process.stdout.write(await curlExamples(app));
process.stdout.write(`Listening on ${await app.getUrl()}\n`);
