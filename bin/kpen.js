#!/usr/bin/env node
const { main } = await import('../dist/cli/main.js').catch(error => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('dist/cli/main.js')) throw error
  return { main: () => { console.error('kpen: not built: run npm ci (with the development packages) first'); process.exitCode = 1 } }
})
await main(process.argv.slice(2))
