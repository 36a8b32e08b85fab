export { scriptFile as GET } from "@/content/lessons/tokens-and-the-browser/script-file";
