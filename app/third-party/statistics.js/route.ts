export { scriptFile as GET } from "@/content/study/script/script-file";
