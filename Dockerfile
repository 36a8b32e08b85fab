# docs/hosting.md says how to run it; scripts/hosting runs these steps without an engine.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Link previews name the site's address; secrets are not needed before it runs.
ARG NEXTAUTH_URL
RUN SITE_OUTPUT=standalone npm run build

FROM node:20-bookworm-slim AS site
WORKDIR /app
COPY --from=build --chown=root:root /app/.next/standalone ./
ENV NODE_ENV=production
ENV HOSTNAME=0.0.0.0
ENV PORT=3000
# Longer than a proxy keeps an idle connection: who closes first loses what is on its way.
ENV KEEP_ALIVE_TIMEOUT=65000
USER node
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
